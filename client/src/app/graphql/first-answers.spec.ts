import { firstFetch } from './first-answers.js';

const answer = (text: string) => Promise.resolve(new Response(text));
const bodyOf = (documentId: string, variables: object = {}) => ({ body: JSON.stringify({ documentId, variables }) });
const asking = (answers: Record<string, Promise<Response>>, age = 100) => {
  const get = firstFetch(
    answers,
    () => answer('asked now'),
    () => age,
  );
  return async (init: RequestInit) => (await get('/graphql', init)).text();
};

describe('an answer that was asked for early', () => {
  it('is not given to a request with variables, nor to another question', async () => {
    const ask = asking({ a: answer('early') });
    expect(await ask(bodyOf('a', { id: '1' }))).toBe('asked now');
    expect(await ask(bodyOf('b'))).toBe('asked now');
  });

  it('is not given when it has grown old', async () => {
    expect(await asking({ a: answer('early') }, 10_001)(bodyOf('a'))).toBe('asked now');
  });

  it('that never came is asked for again', async () => {
    const lost = Promise.reject(new TypeError('no connection'));
    expect(await asking({ a: lost })(bodyOf('a'))).toBe('asked now');
  });

  it('is given once', async () => {
    const ask = asking({ a: answer('early') });
    expect(await ask(bodyOf('a'))).toBe('early');
    expect(await ask(bodyOf('a'))).toBe('asked now');
  });
});
