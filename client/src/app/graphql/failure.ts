// What went wrong with a request, as far as a person needs to know it. Expected refusals are union members, not this.

export type Failure =
  | { readonly kind: 'OFFLINE' }
  | { readonly kind: 'SIGNED_OUT' }
  | { readonly kind: 'FORBIDDEN' }
  /** A fault of ours; the operator finds it by the reference. */
  | { readonly kind: 'FAULT'; readonly reference: string | undefined };

interface RequestError {
  readonly networkError?: Error | undefined;
  readonly response?: unknown;
  readonly graphQLErrors: readonly { readonly extensions?: Readonly<Record<string, unknown>> | undefined }[];
}

/** Whether the server opens nothing but the own account before a second factor is set up. */
export const needsSecondFactor = ({ graphQLErrors }: Pick<RequestError, 'graphQLErrors'>): boolean =>
  graphQLErrors.some(({ extensions }) => extensions?.['code'] === 'SECOND_FACTOR_REQUIRED');

export function failureOf(error: RequestError): Failure {
  const codes = error.graphQLErrors.map(({ extensions }) => extensions?.['code']);
  if (codes.includes('UNAUTHENTICATED')) return { kind: 'SIGNED_OUT' };
  if (codes.includes('FORBIDDEN')) return { kind: 'FORBIDDEN' };
  const reference = error.graphQLErrors.map(({ extensions }) => extensions?.['reference']).find(isText);
  if (error.networkError && !hasStatus(error.response)) return { kind: 'OFFLINE' };
  return { kind: 'FAULT', reference };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
// A response, however odd, means that the server was reached.
const hasStatus = (response: unknown): boolean =>
  typeof response === 'object' && response !== null && 'status' in response && typeof response.status === 'number';
