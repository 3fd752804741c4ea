import { startGraphqlApp, type GraphqlTestApp } from '../testing/graphql-app.js';
import { ThingsResolver } from '../testing/graphql-resolvers.js';

describe('an error that nobody meant for the client', () => {
  let platform: GraphqlTestApp;
  beforeAll(async () => {
    platform = await startGraphqlApp({ resolvers: [ThingsResolver] });
  });
  afterAll(() => platform.stop());

  // Each is asked often enough to run interpreted first and compiled afterwards.
  it.each([
    ['a database error', '{ bug }', 'ER_PARSE_ERROR'],
    ['an error in a promise, where null is not allowed', '{ deepBug }', 'cannot read properties'],
    ['an exception of the framework', '{ exception }', 'person is locked'],
    ['something that is no error', '{ oddity }', 'bare string'],
    ['null where none is allowed', '{ missing }', 'Cannot return null'],
    ['an error in a list', '{ things(first: 1) { edges { node { broken } } } }', 'SELECT secret'],
  ])('masks %s and reports it by the same reference', async (_, query, secret) => {
    for (let round = 0; round < 5; round++) {
      const answer = await platform.post({ query });
      const [error] = answer.errors;
      expect([answer.status, error?.extensions?.['code']]).toEqual([200, 'INTERNAL']);
      expect(answer.text).not.toContain(secret);
      expect(answer.text).not.toMatch(/stack|node_modules|\.ts:/);
      const reference = error?.extensions?.['reference'];
      expect(reference).toMatch(/^[0-9A-F]{10}$/);
      const reported = platform.bugs.find((bug) => bug.reference === reference);
      expect(String(reported?.error instanceof Error ? reported.error.message : reported?.error)).toContain(secret);
      expect(reported?.path).toEqual(error?.path);
    }
  });

  it('masks a value that is no member of its union, and answers every time', async () => {
    for (let round = 0; round < 5; round++) {
      const answer = await platform.post({ query: '{ found(kind: "stranger") { __typename } }' });
      expect([answer.status, answer.code]).toEqual([200, 'INTERNAL']);
      expect(answer.data).toEqual({ found: null });
    }
  });

  it('leaves a refusal as it is', async () => {
    const answer = await platform.post({ query: '{ guarded }' });
    expect(answer.errors[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    expect(answer.errors[0]?.message).toBe('Sign in first.');
  });

  it.each([
    ['a number', { count: '13800138000' }, 'Variable $input.count is not usable as Int.'],
    ['a word', { count: 1, colour: '13800138000' }, 'Variable $input.colour is none of the words of TestColour.'],
    [
      'a day',
      { count: 1, day: '13800138000' },
      'Variable $input.day cannot be used: A day is written YYYY-MM-DD, for example 2026-11-22.',
    ],
    [
      'a member of a list',
      { count: 1, numbers: [1, '13800138000'] },
      'Variable $input.numbers.1 is not usable as Int.',
    ],
    ['an object', '13800138000', 'Variable $input cannot be used: Expected type "TestInput" to be an object.'],
    ['a missing field', {}, 'Variable $input cannot be used: Field "count" of required type "Int!" was not provided.'],
    ['nothing at all', undefined, 'Variable $input is required, as TestInput!.'],
  ])('says clearly which variable is wrong (%s), never what was sent', async (_, input, message) => {
    for (let round = 0; round < 5; round++) {
      const answer = await platform.post({
        query: 'query ($input: TestInput!) { echo(input: $input) }',
        variables: { input },
      });
      expect([answer.status, answer.code]).toEqual([400, 'BAD_USER_INPUT']);
      expect(answer.errors[0]?.message).toBe(message);
      expect(answer.text).not.toContain('13800138000');
    }
  });
});
