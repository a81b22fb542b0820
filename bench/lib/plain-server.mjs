// The least a server can do: reads a body and takes it. In a process of its own, so that it does not share ours.
import { spawn } from 'node:child_process';

const program = `
  const server = require('node:http').createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(201, { 'Content-Type': 'application/json' });
      response.end('{"dispatch_id":"5f0c","message":"success"}');
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/** @returns {Promise<{ url: string, stop(): Promise<void> }>} */
export async function startPlainServer() {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(String(text).trim()));
    child.once('error', reject);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill();
      }),
  };
}
