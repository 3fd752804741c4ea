// Asked to stop, the server answers what it has begun, closes, and leaves with 0; and it comes back with all it had.
import { connect } from 'node:net';
import { once } from 'node:events';
import { startBuiltServer, temporaryHome, type Home } from './built-server.js';

describe('a graceful stop', () => {
  let home: Home;
  beforeEach(() => {
    home = temporaryHome();
  });
  afterEach(() => home.remove());

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s ends with 0, also while a client keeps its connection open',
    async (signal) => {
      const server = await startBuiltServer(home, { LOG_LEVEL: 'info' });
      const { hostname, port } = new URL(server.address);
      const idle = connect(Number(port), hostname);
      await once(idle, 'connect');
      idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
      await once(idle, 'data');
      server.signal(signal);
      expect(await server.ended()).toBe(0);
      idle.destroy();
      expect(server.output()).toContain('"event":"stopped"');
      await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
    },
    90_000,
  );

  it('answers what it had begun, and the write is there after the next start', async () => {
    const server = await startBuiltServer(home);
    const input = {
      agencyName: 'A',
      directorName: 'B',
      identifier: 'a@example.org',
      password: 'a-long-password',
      locale: 'EN',
    };
    const query = 'mutation ($i: CreateAgencyInput!) { createAgency(input: $i) { __typename } }';
    // Hashing the password takes a while: the signal comes in the middle of the request.
    const answer = ask(server.address, query, { i: input });
    const begun = ask(server.address, '{ __typename }');
    await begun;
    server.signal('SIGTERM');
    expect(await answer).toEqual({ data: { createAgency: { __typename: 'Viewer' } } });
    expect(await server.ended()).toBe(0);

    const next = await startBuiltServer(home);
    expect(await ask(next.address, '{ platform { needsSetup } }')).toEqual({
      data: { platform: { needsSetup: false } },
    });
    next.signal('SIGTERM');
    expect(await next.ended()).toBe(0);
  }, 120_000);

  it('ends with 1 and says why, where it cannot start', async () => {
    await expect(startBuiltServer(home, { PORT: 'eighty' })).rejects.toThrow(/PORT: /);
  }, 60_000);
});

async function ask(address: string, query: string, variables: object = {}): Promise<unknown> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}
