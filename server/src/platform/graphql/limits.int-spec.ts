import { startGraphqlApp, type GraphqlTestApp } from '../testing/graphql-app.js';
import { ThingsResolver } from '../testing/graphql-resolvers.js';
import { LIMITS } from './limits.js';

const nested = (levels: number) =>
  `{ things { edges { node ${'{ inner '.repeat(levels)}{ id } ${'}'.repeat(levels)} } } }`;
const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

describe('an operation that is too large, or no operation of ours', () => {
  let platform: GraphqlTestApp;
  beforeAll(async () => {
    platform = await startGraphqlApp({ resolvers: [ThingsResolver] });
  });
  afterAll(() => platform.stop());

  const refusals: [string, string, string][] = [
    ['fields too deep', nested(9), 'QUERY_TOO_DEEP'],
    ['fields too deep, hidden in fragments', fragmentsDeep(), 'QUERY_TOO_DEEP'],
    ['too many aliases', `{ ${repeated(LIMITS.aliases + 1, (i) => `a${i}: named { name }`)} }`, 'TOO_MANY_ALIASES'],
    ['aliases that call themselves __typename', `{ ${repeated(25, () => '__typename: bug')} }`, 'TOO_MANY_ALIASES'],
    [
      'aliases multiplied by a fragment',
      `{ ${repeated(8, () => '...F')} } fragment F on Query { a: bug b: bug c: bug }`,
      'TOO_MANY_ALIASES',
    ],
    ['too many tokens', `{ ${'bug '.repeat(LIMITS.tokens)} }`, 'TOO_MANY_TOKENS'],
    ['too many directives', `{ ${repeated(21, () => 'bug @skip(if: false)')} }`, 'TOO_MANY_DIRECTIVES'],
    ['too many fields', `{ ${'bug '.repeat(LIMITS.fields + 1)} }`, 'TOO_MANY_FIELDS'],
    ['fields multiplied by fragments', amplified(12), 'TOO_MANY_FIELDS'],
    [
      'a fragment inside itself',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      'FRAGMENT_CYCLE',
    ],
    [
      'a circle of fragments that nothing uses',
      '{ bug } fragment A on Query { ...B } fragment B on Query { ...A }',
      'FRAGMENT_CYCLE',
    ],
    ['too many fragments', `{ bug } ${repeated(41, (i) => `fragment F${i} on Query { bug }`)}`, 'TOO_MANY_FRAGMENTS'],
    ['a page too long', '{ things(first: 201) { totalCount } }', 'LIST_TOO_LARGE'],
    [
      'an answer too large',
      `{ things(first: 200) { edges { node { ${repeated(19, (i) => `a${i}: inner { id name colour day words owner }`)} ${repeated(130, () => 'inner { id name }')} } } } }`,
      'QUERY_TOO_COSTLY',
    ],
    ['a text that does not parse', '{ things(', 'GRAPHQL_PARSE_FAILED'],
    ['a field that does not exist', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ];
  it.each(refusals)('refuses %s', async (_, query, code) => {
    const answer = await platform.post({ query });
    expect({ status: answer.status, code: answer.code, data: answer.data }).toEqual({
      status: 400,
      code,
      data: undefined,
    });
    expect(answer.errors[0]?.message).toMatch(/\w{3,}/);
  });

  it('refuses a page too long by variable, and by the default of one', async () => {
    const query = 'query ($n: Int) { things(first: $n) { totalCount } }';
    expect((await platform.post({ query, variables: { n: 201 } })).code).toBe('LIST_TOO_LARGE');
    expect((await platform.post({ query: query.replace('Int)', 'Int = 5000)') })).code).toBe('LIST_TOO_LARGE');
    expect((await platform.post({ query, variables: { n: 200 } })).data).toEqual({ things: { totalCount: 1000 } });
  });

  it.each([
    ['an array of operations', [{ query: '{ bug }' }, { query: '{ bug }' }], {}, 400, 'BATCH_REFUSED'],
    ['an empty array', [], {}, 400, 'BATCH_REFUSED'],
    ['no object', '"{ bug }"', {}, 400, 'BAD_REQUEST'],
    ['broken JSON', '{"query":', {}, 400, 'BAD_REQUEST'],
    ['nothing to run', {}, {}, 400, 'BAD_REQUEST'],
    ['a document given as a tree', { query: { kind: 'Document' } }, {}, 400, 'BAD_REQUEST'],
    ['variables as a text', { query: '{ named { name } }', variables: '{}' }, {}, 400, 'BAD_REQUEST'],
    ['variables as a list', { query: '{ named { name } }', variables: [] }, {}, 400, 'BAD_REQUEST'],
    [
      'an operation of another name',
      { query: 'query A { named { name } }', operationName: 'B' },
      {},
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'two operations, none named',
      { query: 'query A { named { name } } query B { named { name } }' },
      {},
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a body too large', { query: '{ named { name } }', pad: 'x'.repeat(LIMITS.bodyBytes) }, {}, 413, 'BODY_TOO_LARGE'],
    [
      'a form of another site',
      'query=%7Bbug%7D',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'plain text, as a page of another site can send',
      '{"query":"{ bug }"}',
      { 'content-type': 'text/plain' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a type that hides JSON',
      '{"query":"{ bug }"}',
      { 'content-type': 'text/plain; application/json' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'another encoding',
      '{"query":"{ bug }"}',
      { 'content-type': 'application/json; charset=utf-7' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a compressed body', '{"query":"{ bug }"}', { 'content-encoding': 'gzip' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'what a browser calls cross-site',
      { query: '{ bug }' },
      { 'sec-fetch-site': 'cross-site' },
      403,
      'CROSS_SITE_REFUSED',
    ],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const answer = await platform.post(body, headers);
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
  });

  it.each(['GET', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s, whatever it asks', async (method) => {
    const response = await fetch(`${platform.address}/graphql?query=%7Bnamed%7Bname%7D%7D`, {
      method,
      headers: { 'x-tongxing-client': 'web' },
    });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('refuses a body too large that comes in pieces without a length', async () => {
    const piece = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (sent++ < 8 ? controller.enqueue(piece) : controller.close()),
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' } as const;
    expect((await fetch(`${platform.address}/graphql`, init)).status).toBe(413);
  });

  it('lets our own largest kinds of page through', async () => {
    const query =
      '{ things(first: 200) { totalCount edges { node { id name colour day words owner inner { id name } } } } }';
    const answer = await platform.post({ query });
    expect([answer.status, answer.errors]).toEqual([200, []]);
  });

  it('hints at names while developing, and tells nothing of the schema in production', async () => {
    expect((await platform.post({ query: '{ thing }' })).text).toContain('Did you mean');
    expect((await platform.post({ query: '{ __schema { queryType { name } } }' })).data).toBeTruthy();
    const environment = {
      NODE_ENV: 'production',
      ALLOW_LIST: 'false',
      APP_KEYS: `k:${Buffer.alloc(32, 7).toString('base64')}`,
      PUBLIC_URL: 'http://127.0.0.1',
    };
    const live = await startGraphqlApp({ resolvers: [ThingsResolver], environment });
    try {
      const unknown = await live.post({ query: '{ thing }' });
      expect([unknown.status, unknown.text.includes('Did you mean')]).toEqual([400, false]);
      expect((await live.post({ query: '{ __schema { queryType { name } } }' })).status).toBe(400);
      expect((await live.post({ query: '{ __type(name: "Query") { name } }' })).status).toBe(400);
      expect((await live.post({ query: 'query ($c: TestInpu!) { echo(input: $c) }' })).text).not.toContain(
        'Did you mean',
      );
    } finally {
      await live.stop();
    }
  });
});

function fragmentsDeep(): string {
  const last = 10;
  const fragments = repeated(last, (i) => `fragment F${i} on TestThing { inner { ...F${i + 1} } }`);
  return `{ things { edges { node { ...F0 } } } } ${fragments} fragment F${last} on TestThing { id }`;
}

/** Each fragment stands twice in the one before it: 2 ** n fields of n short lines. */
function amplified(levels: number): string {
  const fragments = repeated(levels, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
  return `{ ...F0 } ${fragments} fragment F${levels} on Query { bug }`;
}
