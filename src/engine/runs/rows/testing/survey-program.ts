import { surveyRows } from '../survey-rows';

// Surveys the file that is named on the command line, in a process of its own whose memory can be limited.
const [, , path = ''] = process.argv;
const { rows, ready, calls, repeated, bad } = await surveyRows({
  path,
  source: {},
  mapping: [
    {
      column: 'external_user_id',
      target: 'external_user_id',
      type: 'text',
      whenEmpty: 'leave_out',
    },
    { column: 'note', target: 'trigger_properties.note', type: 'auto', whenEmpty: 'leave_out' },
  ],
  endpoint: '/campaigns/trigger/send',
  bodyJson: '{"campaign_id":"11111111-2222-4333-8444-555555555555"}',
});
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({ rows, ready, calls, repeated: repeated.total, bad: bad.total, maxRSS }),
);
