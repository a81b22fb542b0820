import * as fc from 'fast-check';
import { PRIORITIZATION_VALUES } from '../fields-send';

/** Legal parts of bodies, for property tests. */
type Fields = Record<string, unknown>;

const hex = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 15 }), { minLength: length, maxLength: length })
    .map((digits) => digits.map((digit) => digit.toString(16)).join(''));

/** A campaign or Canvas id. */
export const legalId = fc
  .tuple(hex(8), hex(4), hex(4), hex(4), hex(12))
  .map((parts) => parts.join('-'));

const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/);

const prioritization = fc.constantFrom(
  ...PRIORITIZATION_VALUES.slice(2).flatMap((recency) => [
    [recency],
    ['identified', recency],
    ['unidentified', recency],
  ]),
);

/** A property value of a documented type. */
const propertyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(word, tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** Properties as a whole. */
export const legalProperties = fc.dictionary(word, propertyValue, { maxKeys: 4 });

const identifier = (index: number): fc.Arbitrary<Fields> =>
  fc.oneof(
    word.map((id) => ({ external_user_id: `${id}~${index}` })),
    word.map((id) => ({ braze_id: `${id}~${index}` })),
    word.map((name) => ({ user_alias: { alias_name: `${name}~${index}`, alias_label: 'qa' } })),
    fc
      .tuple(fc.stringMatching(/^[a-z0-9]{1,12}$/), prioritization)
      .map(([name, rules]) => ({ email: `${name}.${index}@example.org`, prioritization: rules })),
  );

/** One legal recipient; the index keeps it apart from the others. */
export const legalRecipient = (index: number): fc.Arbitrary<Fields> =>
  fc
    .tuple(
      identifier(index),
      fc.record({ trigger_properties: legalProperties }, { requiredKeys: [] }),
      fc.constantFrom<Fields>({}, { attributes: { first_name: 'Ines', points: { inc: 1 } } }),
    )
    .map((parts) => Object.assign({}, ...parts) as Fields);

const recipients = fc
  .tuple(fc.integer({ min: 1, max: 4 }), ...[0, 1, 2, 3].map((index) => legalRecipient(index)))
  .map(([count, ...all]) => all.slice(0, count));

const filter = fc.oneof(
  word.map((value) => ({
    custom_attribute: { custom_attribute_name: 'tier', comparison: 'equals', value },
  })),
  fc.constantFrom('opted_in', 'subscribed', 'unsubscribed').map((value) => ({
    push_subscription_status: { comparison: 'is', value },
  })),
  fc.constant({ last_used_app: { comparison: 'after', value: '2026-01-02T03:04:05+0000' } }),
);

/** A legal connected audience. */
export const legalAudience: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    filter,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((AND) => ({ AND })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((OR) => ({ OR })),
  ),
})).node;

/** A legal `/campaigns/trigger/send` body that names its recipients. */
export const legalCampaignBody: fc.Arbitrary<Fields & { recipients: Fields[] }> = fc.record(
  {
    campaign_id: legalId,
    recipients,
    trigger_properties: legalProperties,
    broadcast: fc.constant(false),
    audience: legalAudience,
    send_id: fc.stringMatching(/^[\x21-\x7e]{1,64}$/),
    attachments: fc.constant([{ file_name: 'Ticket', url: 'https://files.example.org/t.PDF?v=3' }]),
  },
  { requiredKeys: ['campaign_id', 'recipients'] },
);

/** A few dozen legal bodies made once, for tests that change them many times over. */
export const someLegalBodies = fc.constantFrom(...fc.sample(legalCampaignBody, 40));
