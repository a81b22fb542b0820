// The least a Node program can do for the same calls: a body each, `fetch`, and its answer read.
// node fetch-loop.mjs URL CALLS CONCURRENCY keep-alive|close [RECIPIENTS]
// Prints how long its calls took, in milliseconds, without the start of the process.
const [, , url = '', calls = '0', concurrency = '1', connection = 'keep-alive', batch = '1'] =
  process.argv;

let next = 0;
async function work() {
  while (next < Number(calls)) {
    const first = next * Number(batch);
    next += 1;
    const recipients = Array.from({ length: Number(batch) }, (_, at) => ({
      external_user_id: `user-${first + at}`,
      trigger_properties: { code: `CODE-${first + at}`, city: `City ${(first + at) % 997}` },
    }));
    const response = await fetch(`${url}/campaigns/trigger/send`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer bench-key',
        connection,
      },
      body: JSON.stringify({ campaign_id: '5d1c7e20-9b4f-a3c6-71e8-0f2b6d9a4c11', recipients }),
    });
    const { message } = await response.json();
    if (message !== 'success') throw new Error(`Call of row ${first}: ${response.status}`);
  }
}
const began = performance.now();
await Promise.all(Array.from({ length: Number(concurrency) }, work));
console.log(JSON.stringify({ elapsedMs: performance.now() - began }));
