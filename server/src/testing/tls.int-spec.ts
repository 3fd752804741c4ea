// With a certificate the server speaks https itself: phones need it for cookies, passkeys and the service worker.
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { startTestApp, type TestApp } from './test-app.js';

// A pair made for this test only; it protects nothing.
const TLS_CERT = join(import.meta.dirname, 'tls', 'localhost.cert.pem');
const TLS_KEY = join(import.meta.dirname, 'tls', 'localhost.key.pem');

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

let platform: TestApp;
let port: number;
beforeAll(async () => {
  platform = await startTestApp({ TLS_CERT, TLS_KEY });
  ({ port } = platform.app.getHttpServer().address() as { port: number });
});
afterAll(() => platform.stop());

function ask(path: string, body?: object, trust = readFileSync(TLS_CERT)): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const options = { host: 'localhost', port, path, ca: trust, method: body ? 'POST' : 'GET', headers };
    const asked = request(options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}

describe('https', () => {
  it('is refused by whoever does not trust the certificate', async () => {
    await expect(ask('/healthz', undefined, Buffer.from(''))).rejects.toThrow();
  });

  it('answers, asks browsers to stay with it, and sends the session only over it', async () => {
    const health = await ask('/healthz');
    expect(health.status).toBe(200);
    expect(health.headers['strict-transport-security']).toMatch(/max-age/);
    const input = {
      agencyName: '同路',
      directorName: '周岚',
      identifier: 'director@example.org',
      password: 'a-long-password',
      locale: 'ZH_CN',
    };
    const query = 'mutation ($i: CreateAgencyInput!) { createAgency(input: $i) { __typename } }';
    const made = await ask('/graphql', { query, variables: { i: input } });
    expect(JSON.parse(made.body)).toEqual({ data: { createAgency: { __typename: 'Viewer' } } });
    const [cookie] = made.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/Secure/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });
});
