// The door of a worker process: whoever keeps it running learns what the server would say, and nothing else.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ReadinessCheck } from '../platform/observability/index.js';
import { workerHealth } from '../worker-health.js';
import { startTestApp, type TestApp } from './test-app.js';

describe('a worker’s health', () => {
  const TOKEN = 'only-the-collector-knows';
  let platform: TestApp;
  let door: Server;
  let address: string;
  beforeAll(async () => {
    platform = await startTestApp({ METRICS_TOKEN: TOKEN });
    door = workerHealth(platform.app);
    await once(door.listen(0, '127.0.0.1'), 'listening');
    address = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    door.close();
    door.closeAllConnections();
    await platform.stop();
  });

  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${address}${path}`, init);
    return { status: response.status, text: await response.text() };
  };

  it('refuses metrics to whoever lacks the token', async () => {
    expect(await ask('/metrics')).toEqual({ status: 403, text: '{"code":"FORBIDDEN"}' });
    expect((await ask('/metrics', { headers: { authorization: 'Bearer no' } })).status).toBe(403);
  });

  it('serves nothing else: no operation, no file, no other method', async () => {
    for (const path of ['/', '/graphql', '/inbox', '/constructor', '/healthz/x']) {
      expect((await ask(path)).status).toBe(404);
    }
    expect((await ask('/healthz', { method: 'POST' })).status).toBe(404);
  });

  it('gives metrics with the jobs to whoever has it', async () => {
    const { status, text } = await ask('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(status).toBe(200);
    expect(text).toContain('tongxing_jobs{state="READY"} 0');
    expect(text).toContain('tongxing_job_seconds');
  });

  it('is alive and ready, and not ready once it stops', async () => {
    expect(await ask('/healthz')).toEqual({ status: 200, text: '{"status":"ok"}' });
    expect(await ask('/readyz?probe=1')).toEqual({ status: 200, text: '{"ready":true}' });
    platform.app.get(ReadinessCheck).stopping();
    expect(await ask('/readyz')).toEqual({ status: 503, text: '{"ready":false,"reason":"STOPPING"}' });
    expect((await ask('/healthz')).status).toBe(200);
  });
});
