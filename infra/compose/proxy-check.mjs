// @ts-check
// The proxy of docker-compose.yml, run directly before a running server: its own command and Caddyfile, with a certificate
// of its own making. Only the places of this machine take the place of those of the containers.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../lib/ports.mjs';
import { run, startChild, stopChild } from '../lib/process.mjs';
import { findProgram } from '../lib/programs.mjs';
import { check } from './lib.mjs';

const PATIENCE_MS = 60_000;
const MOUNTED = '/etc/caddy/Caddyfile';
const UPSTREAM = 'server:3000';
const ROOT_CERTIFICATE = 'caddy/pki/authorities/local/root.crt';

/** @typedef {{ status: number, headers: import('node:http').IncomingHttpHeaders, text: string }} Answer */
/** @typedef {(path: string, more?: { method?: string, body?: string }) => Promise<Answer>} Ask */

/**
 * @param {string} root
 * @param {import('./lib.mjs').Service} service
 * @param {number} serverPort
 */
export async function checkProxy(root, service, serverPort) {
  const caddy = findProgram(['caddy']);
  if (!caddy) return console.log('Left out: no caddy here to run the proxy with; it is checked by schema.');
  const file = join(root, 'infra/compose/Caddyfile');
  const home = mkdtempSync(join(tmpdir(), 'tongxing_test_proxy_'));
  const [http, https] = [await freePort(), await freePort()];
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, SITE_ADDRESS: 'localhost' };
  await check('the proxy reads its file as it stands', async () => {
    const { code, output } = await run(caddy, ['adapt', '--config', file, '--adapter', 'caddyfile'], { env });
    return code === 0 ? null : output;
  });

  const text = readFileSync(file, 'utf8');
  const own = join(home, 'Caddyfile');
  const ports = `{\n\tadmin off\n\thttp_port ${http}\n\thttps_port ${https}\n\tskip_install_trust\n}\n`;
  writeFileSync(own, ports + text.replace(UPSTREAM, `127.0.0.1:${serverPort}`));
  const args = service.command.slice(1).map((word) => (word === MOUNTED ? own : word));
  const child = startChild(caddy, args, { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stdout?.on('data', (chunk) => (words += chunk));
  child.stderr?.on('data', (chunk) => (words += chunk));
  try {
    if (!text.includes(UPSTREAM) || !args.includes(own)) throw new Error(`the proxy no longer leads to ${UPSTREAM}`);
    const certificate = join(home, ROOT_CERTIFICATE);
    const ask = askOver(https, () => readFileSync(certificate, 'utf8'));
    let up = false;
    await check('the proxy serves the client over https, by a certificate that holds', async () => {
      const page = await firstPage(
        ask,
        () => existsSync(certificate) && child.exitCode === null,
        () => words,
      );
      up = true;
      return page.text.includes('<div id="root"') ? null : `it answered ${page.status}: ${page.text.slice(0, 200)}`;
    });
    if (up) await checkAnswers(ask, http);
    await check('the proxy leaves politely on SIGTERM', async () => {
      const code = await stopChild(child, 30_000);
      return code === 0 ? null : `it left with ${code ?? child.signalCode}`;
    });
  } finally {
    await stopChild(child, 5_000);
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param {Ask} ask @param {number} http */
async function checkAnswers(ask, http) {
  await check('the proxy shows nobody the metrics', async () => {
    const { status } = await ask('/metrics');
    return status === 404 ? null : `it answered ${status}`;
  });
  await check('the proxy refuses a body that is too large', async () => {
    const { status } = await ask('/graphql', { method: 'POST', body: 'x'.repeat(26_000_000) });
    return status === 413 ? null : `it answered ${status}`;
  });
  await check('the proxy tells browsers to stay with https, and does not name itself', async () => {
    const { headers } = await ask('/');
    const { 'strict-transport-security': stay, server } = headers;
    return stay === 'max-age=31536000' && !server ? null : JSON.stringify({ stay, server });
  });
  await check('operations pass the proxy', async () => {
    const body = JSON.stringify({ query: '{ viewer { id } }' });
    const { status, text } = await ask('/graphql', { method: 'POST', body });
    return status === 400 && text.includes('OPERATION_NOT_ALLOWED') ? null : `it answered ${status}: ${text}`;
  });
  await check('http is sent on to https', async () => {
    const { status, headers } = await askPlainly(http);
    return status === 308 && headers.location?.startsWith('https://localhost') ? null : `${status} ${headers.location}`;
  });
}

/**
 * @param {Ask} ask
 * @param {() => boolean} alive whether there is anybody to ask; a certificate is made at the start
 * @param {() => string} words
 */
async function firstPage(ask, alive, words) {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = alive() ? await ask('/').catch(() => undefined) : undefined;
    if (answer && answer.status < 500) return answer;
    if (performance.now() > deadline) throw new Error(`it does not answer: ${words().slice(-2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @param {number} port @param {() => string} certificate @returns {Ask} */
function askOver(port, certificate) {
  return (path, { method = 'GET', body } = {}) =>
    new Promise((resolve, reject) => {
      const headers = { accept: 'text/html', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      const options = { host: 'localhost', port, path, method, headers, ca: certificate() };
      const sent = request(options, (response) => resolve(collected(response)));
      sent.once('error', reject);
      sent.end(body);
    });
}

/** @param {number} port @returns {Promise<Answer>} */
function askPlainly(port) {
  return new Promise((resolve, reject) => {
    const sent = plainRequest({ host: 'localhost', port, path: '/' }, (response) => resolve(collected(response)));
    sent.once('error', reject);
    sent.end();
  });
}

/** @param {import('node:http').IncomingMessage} response @returns {Promise<Answer>} */
async function collected(response) {
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}
