// The least a Node program can do for the same calls: a body each, `fetch`, and its answer read.
// node fetch-loop.mjs URL CALLS CONCURRENCY keep-alive|close
const [, , url = '', calls = '0', concurrency = '1', connection = 'keep-alive'] = process.argv;

let next = 0;
async function work() {
  while (next < Number(calls)) {
    const row = next;
    next += 1;
    const response = await fetch(`${url}/campaigns/trigger/send`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer bench-key',
        connection,
      },
      body: JSON.stringify({
        campaign_id: '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11',
        recipients: [
          {
            external_user_id: `user-${row}`,
            trigger_properties: { code: `CODE-${row}`, city: `City ${row % 997}` },
          },
        ],
      }),
    });
    const { message } = await response.json();
    if (message !== 'success') throw new Error(`Call ${row}: ${response.status}`);
  }
}
await Promise.all(Array.from({ length: Number(concurrency) }, work));
