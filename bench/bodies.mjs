// Bodies like those of real tests: 50 recipients, with a few slips in one of ten.

/**
 * @param {number} seed which body of a series
 * @param {number} [recipients]
 */
export function sampleBody(seed, recipients = 50) {
  const slip = seed % 10 === 0;
  return {
    campaign_id: '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11',
    trigger_properties: {
      voucher: { code: `HELLO-${seed}`, valid_until: '2027-01-31', percent: 10 },
      items: [
        { sku: 'a-1', price: 19.9 },
        { sku: 'b-2', price: 5 },
      ],
    },
    recipients: Array.from({ length: recipients }, (_, index) => ({
      ...(slip && index % 25 === 0
        ? { email: `qa-${index}@example.org` }
        : { external_user_id: `qa-${seed}-${index}` }),
      trigger_properties: {
        first_name: index % 7 === 0 ? '김민지' : 'Kim',
        message: 'Your parcel is on its way, and will be with you tomorrow before noon.',
      },
      send_to_existing_only: false,
      attributes: {
        first_name: 'Kim',
        language: 'en',
        visits: index,
        [`custom_${index % 5}`]: true,
      },
    })),
    ...(slip ? { segment_id: 'qa' } : {}),
  };
}
