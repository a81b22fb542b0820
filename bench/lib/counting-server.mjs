// Accepts every trigger send, after the milliseconds it is started with, and counts. Its process is its own, so
// that what it costs is not counted as anyone's. Its parent asks over the process channel; a caller cannot tell.
import { createServer } from 'node:http';

const latencyMs = Number(process.argv[2]);
const answer = JSON.stringify({
  dispatch_id: 'b3a1c5d7e9f00112233445566778899a',
  message: 'success',
});
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) };

function nothingYet() {
  return {
    calls: 0,
    others: 0,
    recipients: 0,
    unfilled: 0,
    inFlight: 0,
    peakInFlight: 0,
    peakConnections: 0,
    connectionsOpened: 0,
    firstAt: 0,
    lastAt: 0,
  };
}

let counted = nothingYet();
let connections = 0;

const server = createServer((request, response) => {
  if (request.method !== 'POST' || request.url !== '/campaigns/trigger/send') {
    counted.others += 1;
    response.writeHead(404).end();
    return;
  }
  if (counted.calls === 0) counted.firstAt = performance.now();
  counted.calls += 1;
  counted.inFlight += 1;
  counted.peakInFlight = Math.max(counted.peakInFlight, counted.inFlight);
  let body = '';
  request.setEncoding('utf8').on('data', (part) => (body += part));
  request.once('end', () => {
    counted.recipients += JSON.parse(body).recipients.length;
    if (body.includes('{{')) counted.unfilled += 1;
    if (latencyMs === 0) accept();
    else setTimeout(accept, latencyMs);
  });
  function accept() {
    response.writeHead(201, headers).end(answer);
  }
  // Also when the caller is gone.
  response.once('close', () => {
    counted.inFlight -= 1;
    counted.lastAt = performance.now();
  });
});
server.on('connection', (socket) => {
  connections += 1;
  counted.connectionsOpened += 1;
  counted.peakConnections = Math.max(counted.peakConnections, connections);
  socket.once('close', () => (connections -= 1));
});
// A caller that opens everything at once is to meet its own limits, not this one's.
server.listen({ port: 0, host: '127.0.0.1', backlog: 20_000 }, () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  process.send?.({ port: address.port });
});

process.on('message', () => {
  process.send?.({ counted });
  counted = nothingYet();
});
process.once('disconnect', () => process.exit(0));
