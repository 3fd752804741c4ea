// The one way to the server: POST /graphql with the header that another site cannot send (CSRF prevention).
import { cacheExchange, Client, fetchExchange, mapExchange } from 'urql';
import { failureOf, needsSecondFactor } from './failure.js';
import { firstFetch } from './first-answers.js';

/**
 * A client with an empty cache; made anew at sign-in and sign-out, so that nothing of one person reaches the next.
 * `first`: the page's first client, which may take what early.js asked.
 */
export function createClient(onSignedOut: () => void, first = false): Client {
  const early = first ? window.tongxingFirstAnswers : undefined;
  delete window.tongxingFirstAnswers;
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    ...(early
      ? {
          fetch: firstFetch(
            early,
            (input, init) => fetch(input, init),
            () => performance.now(),
          ),
        }
      : {}),
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: { 'x-tongxing-client': 'web' } },
    exchanges: [
      mapExchange({
        onError(error) {
          if (failureOf(error).kind === 'SIGNED_OUT') onSignedOut();
          // The days of grace ended while the page was open: the guide is all that opens now.
          if (needsSecondFactor(error)) location.assign('/protect');
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
}
