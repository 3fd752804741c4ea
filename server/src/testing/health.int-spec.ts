// Health, readiness and metrics as whoever runs the platform asks for them.
import { startTestApp, type TestApp } from './test-app.js';
import { Database } from '../platform/database/index.js';
import { ReadinessCheck } from '../platform/observability/index.js';

describe('health and metrics', () => {
  let platform: TestApp;
  let guarded: TestApp;
  beforeAll(async () => {
    platform = await startTestApp();
    guarded = await startTestApp({ METRICS_TOKEN: 'only-the-collector-knows' });
  });
  afterAll(async () => {
    await platform.stop();
    await guarded.stop();
  });

  const get = (app: TestApp, path: string, headers: Record<string, string> = {}) =>
    app.client().fetch(path, { headers });

  it('refuses metrics to whoever lacks the token, or has another', async () => {
    expect((await get(guarded, '/metrics')).status).toBe(403);
    expect((await get(guarded, '/metrics', { authorization: 'Bearer only-the-collector-knew' })).status).toBe(403);
    expect((await get(guarded, '/metrics', { authorization: 'only-the-collector-knows' })).status).toBe(403);
  });

  it('refuses metrics to what came through a proxy on this machine, where no token is set', async () => {
    expect((await get(platform, '/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
  });

  it('gives metrics to the token, or to this machine', async () => {
    const remote = await get(guarded, '/metrics', { authorization: 'Bearer only-the-collector-knows' });
    expect(remote.status).toBe(200);
    const local = await get(platform, '/metrics');
    expect(local.status).toBe(200);
    const text = await local.text();
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    for (const state of ['READY', 'CLAIMED', 'DONE', 'DEAD'])
      expect(text).toContain(`tongxing_jobs{state="${state}"} 0`);
  });

  it('measures operations by the schema’s words, not by what a client calls them', async () => {
    await platform.client().graphql('query MARKER13800138000 { secretalias: viewer { __typename } }');
    const text = await (await get(platform, '/metrics')).text();
    expect(text).toContain('tongxing_graphql_operation_seconds_count{field="viewer",outcome="ok"} 1');
    expect(text).toMatch(/tongxing_http_request_seconds_count\{route="\/graphql",status="200"\} 1/);
    expect(text).not.toMatch(/MARKER13800138000|secretalias/);
  });

  it('gives each answer an id, and takes over only an id from a proxy', async () => {
    const own = (await get(platform, '/healthz')).headers.get('x-request-id') ?? '';
    expect(own).toMatch(/^[0-9a-f-]{36}$/);
    const given = '0190aaaa-bbbb-cccc-dddd-eeeeffff0000';
    expect((await get(platform, '/healthz', { 'x-request-id': given })).headers.get('x-request-id')).toBe(given);
    const odd = (await get(platform, '/healthz', { 'x-request-id': 'name=wang' })).headers.get('x-request-id');
    expect(odd).not.toBe('name=wang');
  });

  it('is alive and ready; not ready once it stops, nor without its database', async () => {
    expect(await (await get(platform, '/healthz')).json()).toEqual({ status: 'ok' });
    expect((await get(platform, '/readyz')).status).toBe(200);

    const check = guarded.app.get(ReadinessCheck);
    expect(await check.now()).toEqual({ ready: true });
    check.stopping();
    const stopping = await get(guarded, '/readyz');
    expect([stopping.status, await stopping.json()]).toEqual([503, { ready: false, reason: 'STOPPING' }]);

    await platform.app.get(Database).close();
    const without = await get(platform, '/readyz');
    expect([without.status, await without.json()]).toEqual([503, { ready: false, reason: 'DATABASE_UNREACHABLE' }]);
    expect((await get(platform, '/healthz')).status).toBe(200);
  });
});
