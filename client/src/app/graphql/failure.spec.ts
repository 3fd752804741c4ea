import { failureOf } from './failure.js';

describe('failureOf', () => {
  it('asks to sign in again when the session ended, whatever else went wrong', () => {
    const error = {
      graphQLErrors: [{ extensions: { code: 'INTERNAL' } }, { extensions: { code: 'UNAUTHENTICATED' } }],
    };
    expect(failureOf(error)).toEqual({ kind: 'SIGNED_OUT' });
  });

  it('keeps a refusal apart from a fault', () => {
    expect(failureOf({ graphQLErrors: [{ extensions: { code: 'FORBIDDEN' } }] })).toEqual({ kind: 'FORBIDDEN' });
  });

  it('carries the reference of a masked fault', () => {
    const error = { graphQLErrors: [{ extensions: { code: 'INTERNAL', reference: 'r-81' } }] };
    expect(failureOf(error)).toEqual({ kind: 'FAULT', reference: 'r-81' });
  });

  it('calls a request that reached nobody offline, and one that the server answered badly a fault', () => {
    const networkError = new Error('Failed to fetch');
    expect(failureOf({ graphQLErrors: [], networkError })).toEqual({ kind: 'OFFLINE' });
    expect(failureOf({ graphQLErrors: [], networkError, response: { status: 502 } })).toEqual({
      kind: 'FAULT',
      reference: undefined,
    });
  });
});
