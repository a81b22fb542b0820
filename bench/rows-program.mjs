// Surveys the rows of one file in a process of its own, so that the peak of its memory is that of this work.
import { pathToFileURL } from 'node:url';

const [, , surveyModule = '', path = ''] = process.argv;
const { surveyRows } = await import(pathToFileURL(surveyModule).href);
const entry = { type: 'auto', whenEmpty: 'leave_out' };
const started = performance.now();
const { rows, ready, calls } = await surveyRows({
  path,
  source: {},
  mapping: [
    { ...entry, column: 'external_user_id', target: 'external_user_id' },
    { ...entry, column: 'code', target: 'trigger_properties.code' },
    { ...entry, column: 'city', target: 'trigger_properties.city' },
  ],
  endpoint: '/campaigns/trigger/send',
  bodyJson: '{"campaign_id":"00000000-0000-4000-8000-000000000000"}',
});
const ms = performance.now() - started;
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ rows, ready, calls, ms, peakBytes }));
