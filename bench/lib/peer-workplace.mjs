// The same rows and the same request, as each program wants them: for desk, newman and Bruno.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const campaign = '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11';
const endpoint = '/campaigns/trigger/send';

/** What the peers fill in for each row; desk packs the rows itself. */
const filledBody = JSON.stringify({
  campaign_id: campaign,
  recipients: [
    {
      external_user_id: '{{external_user_id}}',
      trigger_properties: { code: '{{code}}', city: '{{city}}' },
    },
  ],
});

const postmanCollection = {
  info: {
    name: 'bench',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
  item: [
    {
      name: 'send',
      request: {
        method: 'POST',
        url: `{{base}}${endpoint}`,
        header: [
          { key: 'Content-Type', value: 'application/json' },
          { key: 'Authorization', value: 'Bearer {{key}}' },
        ],
        body: { mode: 'raw', raw: filledBody },
      },
    },
  ],
};

const brunoRequest = `meta {
  name: send
  type: http
  seq: 1
}

post {
  url: {{base}}${endpoint}
  body: json
  auth: bearer
}

auth:bearer {
  token: {{key}}
}

body:json {
  ${filledBody}
}
`;

/** @param {number} rows */
function csv(rows) {
  const lines = ['external_user_id,code,city'];
  for (let row = 0; row < rows; row += 1) lines.push(`user-${row},CODE-${row},City ${row % 997}`);
  return `${lines.join('\n')}\n`;
}

/** A folder with everything in it; `remove` takes it away. */
export function makePeerWorkplace() {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-bench-'));
  const bruno = join(folder, 'bruno');
  const postman = join(folder, 'collection.json');
  const request = join(folder, 'request.json');
  mkdirSync(bruno);
  writeFileSync(request, JSON.stringify({ endpoint, body: { campaign_id: campaign } }));
  writeFileSync(postman, JSON.stringify(postmanCollection));
  writeFileSync(
    join(bruno, 'bruno.json'),
    JSON.stringify({ version: '1', name: 'bench', type: 'collection' }),
  );
  writeFileSync(join(bruno, 'send.bru'), brunoRequest);
  return {
    folder,
    bruno,
    postman,
    request,
    /** @param {number} rows */
    data: (rows) => {
      const file = join(folder, `rows-${rows}.csv`);
      writeFileSync(file, csv(rows));
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  };
}
