// Markers planted wherever a client can put a word: none of them reaches the log, at its most talkative.
import { startBuiltServer, temporaryHome } from './built-server.js';

const MARKER = 'MARKER王小明13800138000';
const QUERY = `query Named($i: SignInInput!) { __typename }`;

describe('the log of a real process', () => {
  it('names operations and outcomes, and no person', async () => {
    const home = temporaryHome();
    const server = await startBuiltServer(home, { LOG_LEVEL: 'trace' });
    const post = (body: object | string, headers: Record<string, string> = {}) =>
      fetch(`${server.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }).then((response) => response.text());
    const encoded = encodeURIComponent(MARKER);

    await post({
      query: 'mutation Enter($i: SignInInput!) { signIn(input: $i) { __typename } }',
      variables: { i: { identifier: `${MARKER}@example.org`, password: MARKER } },
    });
    const director = {
      agencyName: MARKER,
      directorName: MARKER,
      identifier: '13800138000',
      password: `long-${MARKER}`,
      locale: 'ZH_CN',
    };
    await post({
      query: 'mutation First($i: CreateAgencyInput!) { createAgency(input: $i) { __typename ... on Viewer { name } } }',
      variables: { i: director },
    });
    await post({ query: QUERY, variables: { i: MARKER } });
    await post(`{"query": "{ viewer { ${MARKER} } }"}`);
    await post(`{ "${MARKER}": broken`);
    await post(
      { query: '{ viewer { id } }' },
      { cookie: `tongxing_session=${encoded}`, 'user-agent': encoded, 'x-request-id': encoded },
    );
    await fetch(`${server.address}/guardian/${encoded}?name=${encoded}`, { headers: { accept: 'text/html' } });
    await fetch(`${server.address}/inbox/${encoded}`);
    server.signal('SIGTERM');
    expect(await server.ended()).toBe(0);
    home.remove();

    const output = server.output();
    for (const secret of [MARKER, '王小明', '13800138000', encoded, encoded.slice(0, 24)])
      expect(output).not.toContain(secret);
    expect(output).toContain('"operation":"Enter"');
    expect(output).toContain('"outcomes":["SignInFailed"]');
    expect(output).toContain('"route":"/page"');
    expect(output).toMatch(/"request":"[0-9a-f-]{36}"/);
  }, 120_000);
});
