import { startTestApp, type TestApp } from '../testing/test-app.js';

const CREATE = `mutation ($i: CreateAgencyInput!) { createAgency(input: $i) { __typename
  ... on Viewer { name roles agency { name today } permissions }
  ... on InvalidInput { fields { field code } } } }`;
const input = {
  agencyName: '同路社工服务中心',
  directorName: '周岚',
  identifier: 'Director@Example.org',
  password: 'a-long-password',
  locale: 'ZH_CN',
};

describe('first run and signing in', () => {
  let platform: TestApp;
  beforeAll(async () => {
    platform = await startTestApp();
  });
  afterAll(() => platform.stop());

  it('refuses what cannot be used, naming every field', async () => {
    const answer = await platform.client().data<{ createAgency: unknown }>(CREATE, {
      i: { ...input, agencyName: ' ', identifier: 'nobody', password: 'short' },
    });
    expect(answer.createAgency).toEqual({
      __typename: 'InvalidInput',
      fields: [
        { field: 'agencyName', code: 'REQUIRED' },
        { field: 'identifier', code: 'NOT_PHONE_OR_EMAIL' },
        { field: 'password', code: 'PASSWORD_TOO_SHORT' },
      ],
    });
  });

  it('lets exactly one of five racing first runs through, and signs that director in', async () => {
    const clients = Array.from({ length: 5 }, () => platform.client());
    const answers = await Promise.all(
      clients.map((client, index) =>
        client.data<{ createAgency: { __typename: string } }>(CREATE, {
          i: { ...input, identifier: index === 0 ? input.identifier : `d${index}@example.org` },
        }),
      ),
    );
    const made = answers.map((answer) => answer.createAgency.__typename);
    expect(made.filter((name) => name === 'Viewer')).toHaveLength(1);
    expect(made.filter((name) => name === 'SetupAlreadyDone')).toHaveLength(4);
    const winner = clients[made.indexOf('Viewer')];
    const viewer = await winner?.data<{ viewer: { roles: string[]; agency: { today: string } } }>(
      '{ viewer { roles agency { today } } }',
    );
    expect(viewer?.viewer).toEqual({ roles: ['DIRECTOR'], agency: { today: '2026-11-22' } });
  });

  it('answers an unknown account and a wrong password alike', async () => {
    const client = platform.client();
    expect(await client.signIn('nobody@example.org', 'whatever-it-is')).toBe('SignInFailed');
    expect(await client.signIn(input.identifier, 'not-the-password')).toBe('SignInFailed');
  });

  it('refuses a visitor and remembers nothing; refuses a role and remembers it', async () => {
    const visitor = await platform.client().graphql('{ agencySettings { key } }');
    expect(visitor.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('throttles an account that is guessed at', async () => {
    const client = platform.client();
    const outcomes = new Set<string>();
    for (let attempt = 0; attempt < 12; attempt++) outcomes.add(await client.signIn('guessed@example.org', 'wrong'));
    expect(outcomes).toEqual(new Set(['SignInFailed', 'TooManyAttempts']));
  });
});
