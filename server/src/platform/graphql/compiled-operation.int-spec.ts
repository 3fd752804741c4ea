import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, parse } from 'graphql';
import { startGraphqlApp, type GraphqlTestApp } from '../testing/graphql-app.js';
import { loaded, order, ThingsResolver } from '../testing/graphql-resolvers.js';

/** Enough to run interpreted, then compiled. */
const ROUNDS = 6;

describe('a compiled operation', () => {
  let platform: GraphqlTestApp;
  beforeAll(async () => {
    platform = await startGraphqlApp({ resolvers: [ThingsResolver] });
  });
  afterAll(() => platform.stop());
  beforeEach(() => {
    loaded.length = 0;
    order.length = 0;
  });

  it('refuses before the resolver runs, each time', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      expect((await platform.post({ query: '{ guarded }' })).code).toBe('UNAUTHENTICATED');
    }
    expect(order).toEqual([]);
    for (let round = 0; round < ROUNDS; round++) {
      const seen = await platform.post({ query: '{ guarded }' }, { 'x-test-role': 'DIRECTOR' });
      expect(seen.data).toEqual({ guarded: 'seen' });
    }
  });

  it.each([
    [
      'a page with a loader',
      '{ things(first: 4) { totalCount pageInfo { hasNextPage } edges { cursor node { __typename id colour day words owner inner { id owner } } } } }',
      {},
    ],
    [
      'unions',
      '{ a: found(kind: "thing") { __typename ... on TestThing { id colour } ... on UserError { code } } b: found(kind: "other") { ... on TestNamed { name } ... on TestOther { size } } c: found(kind: "invalid") { __typename ... on InvalidInput { fields { field code } } } }',
      {},
    ],
    ['interfaces', '{ named { __typename name ... on TestOther { size } ... on TestThing { words } } }', {}],
    [
      'fragments used twice',
      '{ things(first: 2) { edges { node { ...T inner { ...T } } } } } fragment T on TestThing { id name inner { day } }',
      {},
    ],
    [
      'variables of each kind',
      'query ($i: TestInput!) { echo(input: $i) }',
      { i: { count: 2, colour: 'RED', day: '2026-11-22', numbers: [1, 2] } },
    ],
    ['literals of each kind', '{ echo(input: { count: 2, colour: BLUE, day: "2026-11-22", numbers: 7 }) }', {}],
    [
      'variables inside literals, with a default',
      'query ($n: Int = 5, $c: TestColour) { echo(input: { count: $n, colour: $c }) }',
      {},
    ],
    [
      'a variable that was not given',
      'query ($n: Int, $k: String = "other", $i: TestInput!) { echo(input: $i) things(first: $n) { pageInfo { endCursor } } found(kind: $k) { __typename } }',
      { i: { count: 1 } },
    ],
    ['a variable that is null', 'query ($n: Int = 2) { things(first: $n) { pageInfo { endCursor } } }', { n: null }],
    ['errors in a list', '{ things(first: 2) { edges { node { id broken } } } }', {}],
    [
      'conditions, one fragment under two',
      'query ($yes: Boolean = true, $no: Boolean = false) { a: things(first: 1) { edges { node { ...T @include(if: $yes) } } } b: things(first: 1) { edges { node { id ...T @skip(if: $yes) name @include(if: $no) } } } } fragment T on TestThing { day owner }',
      {},
    ],
    ['introspection', '{ __schema { queryType { name } } __type(name: "TestColour") { enumValues { name } } }', {}],
    ['its own type only', '{ __typename }', {}],
  ])('answers as the reference implementation does: %s', async (_, query, variables) => {
    const schema = platform.app.get(GraphQLSchemaHost).schema;
    const contextValue = { loaders: new Map(), actor: undefined };
    const expected = await execute({ schema, document: parse(query), contextValue, variableValues: variables });
    for (let round = 0; round < ROUNDS; round++) {
      const answer = await platform.post({ query, variables });
      expect(answer.data).toEqual(JSON.parse(JSON.stringify(expected.data)));
      expect(answer.errors.map(({ path }) => path)).toEqual((expected.errors ?? []).map(({ path }) => path));
    }
  });

  it('asks a loader once for a whole page', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      loaded.length = 0;
      await platform.post({ query: '{ things(first: 50) { edges { node { owner } } } }' });
      expect(loaded.map((ids) => ids.length)).toEqual([50]);
    }
  });

  it('keeps the loaders of requests apart', async () => {
    const query = '{ things(first: 3) { edges { node { owner } } } }';
    for (let round = 0; round < 3; round++) await platform.post({ query });
    loaded.length = 0;
    await Promise.all(Array.from({ length: 10 }, () => platform.post({ query })));
    expect(loaded).toHaveLength(10);
  });

  it('runs the mutations of one operation one after another', async () => {
    const query = 'mutation { a: mark(input: { count: 1 }) b: mark(input: { count: 2 }) }';
    for (let round = 0; round < ROUNDS; round++) {
      order.length = 0;
      expect((await platform.post({ query })).data).toEqual({ a: '1', b: '2' });
      expect(order).toEqual(['begins 1', 'ends 1', 'begins 2', 'ends 2']);
    }
  });
});
