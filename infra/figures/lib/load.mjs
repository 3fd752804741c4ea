// @ts-check
// A process of its own that asks one address the same again and again over lines kept open, for a bounded time.
import { Agent, request } from 'node:http';

/** @typedef {{ url: string, headers: Record<string, string>, body: string, lines: number, seconds: number }} Load */
/** @typedef {{ requests: number, perSecond: number, p50: number, p95: number, wrong: number }} Loaded */

const load = /** @type {Load} */ (JSON.parse(process.argv[2] ?? '{}'));
const { hostname } = new URL(load.url);
if (hostname !== '127.0.0.1') throw new Error('BUG: load goes to this machine only');

const agent = new Agent({ keepAlive: true, maxSockets: load.lines });
const payload = Buffer.from(load.body);
/** @type {number[]} */
const times = [];
let wrong = 0;
const begun = performance.now();
const end = begun + load.seconds * 1000;
await Promise.all(Array.from({ length: load.lines }, line));
const seconds = (performance.now() - begun) / 1000;
agent.destroy();
times.sort((a, b) => a - b);
/** @type {Loaded} */
const result = {
  requests: times.length,
  perSecond: times.length / seconds,
  p50: at(0.5),
  p95: at(0.95),
  wrong,
};
console.log(JSON.stringify(result));

/** @param {number} share */
function at(share) {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}

async function line() {
  while (performance.now() < end) {
    const started = performance.now();
    const right = await once();
    times.push(performance.now() - started);
    if (!right) wrong += 1;
  }
}

/** @returns {Promise<boolean>} whether the answer was complete and without errors */
function once() {
  return new Promise((resolve, reject) => {
    const headers = { ...load.headers, 'content-type': 'application/json', 'content-length': payload.length };
    const sent = request(load.url, { method: 'POST', agent, headers }, (response) => {
      let size = 0;
      let head = '';
      response.on('data', (chunk) => {
        if (size === 0) head = chunk.toString('latin1', 0, 30);
        size += chunk.length;
      });
      response.on('end', () => resolve(response.statusCode === 200 && head.startsWith('{"data":{') && size > 1000));
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}
