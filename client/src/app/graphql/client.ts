// The one way to the server: POST /graphql with the header that another site cannot send (CSRF prevention).
import { cacheExchange, Client, fetchExchange, mapExchange } from 'urql';
import { failureOf } from './failure.js';

/** A client with an empty cache; made anew at sign-in and sign-out, so that nothing of one person reaches the next. */
export function createClient(onSignedOut: () => void): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: { 'x-tongxing-client': 'web' } },
    exchanges: [
      mapExchange({
        onError(error) {
          if (failureOf(error).kind === 'SIGNED_OUT') onSignedOut();
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
}
