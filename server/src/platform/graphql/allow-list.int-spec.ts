import { createHash } from 'node:crypto';
import { startGraphqlApp, type GraphqlTestApp } from '../testing/graphql-app.js';
import { ThingsResolver } from '../testing/graphql-resolvers.js';
import { AllowList } from './allow-list.js';

const OPERATION = 'query Echo($input: TestInput!) { echo(input: $input) }';
const ID = createHash('sha256').update(OPERATION).digest('hex');
const variables = { input: { count: 3 } };
const ECHO = { echo: '{"count":3}' };

describe('the operations of our own client', () => {
  let strict: GraphqlTestApp;
  let open: GraphqlTestApp;
  beforeAll(async () => {
    strict = await startGraphqlApp({
      resolvers: [ThingsResolver],
      environment: { ALLOW_LIST: 'true' },
      manifest: { [ID]: OPERATION },
    });
    open = await startGraphqlApp({ resolvers: [ThingsResolver], manifest: { [ID]: OPERATION } });
  });
  afterAll(() => Promise.all([strict.stop(), open.stop()]));

  it.each([
    ['another operation', { query: '{ named { name } }' }],
    ['even the text of one of them', { query: OPERATION, variables }],
    ['an unknown id', { documentId: 'f'.repeat(64), variables }],
    ['an unknown hash', { extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } }],
    ['an id with a text of its own', { documentId: 'f'.repeat(64), query: OPERATION, variables }],
    ['a name that every object has', { documentId: 'constructor' }],
    ['nothing', { variables }],
  ])('where only they are served, refuses %s', async (_, body) => {
    const answer = await strict.post(body);
    expect([answer.status, answer.code]).toEqual([400, 'OPERATION_NOT_ALLOWED']);
  });

  it('refuses to start where only they are served and the list is missing', () => {
    expect(() => new AllowList(new Map(), true)).toThrow('the list of operations is missing');
  });

  it.each([
    ['documentId', { documentId: ID, variables }],
    ['documentId and name', { documentId: ID, operationName: 'Echo', variables }],
    ['persistedQuery', { extensions: { persistedQuery: { version: 1, sha256Hash: ID } }, variables }],
  ])('serves one by its %s in either mode', async (_, body) => {
    expect((await strict.post(body)).data).toEqual(ECHO);
    expect((await open.post(body)).data).toEqual(ECHO);
  });

  it('takes the text as well where others are served too', async () => {
    expect((await open.post({ query: OPERATION, variables })).data).toEqual(ECHO);
    expect((await open.post({ documentId: 'f'.repeat(64) })).code).toBe('OPERATION_NOT_ALLOWED');
  });
});
