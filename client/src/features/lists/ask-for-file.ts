// A browser's own download says nothing of why it was refused: the page asks first, and a second factor can be shown.
import type { FactorMethod } from '../../gql/graphql.js';

export type FileAnswer =
  | { readonly __typename: 'Free' }
  | { readonly __typename: 'StepUpNeeded'; readonly methods: readonly FactorMethod[] }
  | { readonly __typename: 'Failed' };

export async function askForFile(address: string): Promise<FileAnswer> {
  try {
    const response = await fetch(`${address}&ask=true`, { cache: 'no-store' });
    return response.ok ? { __typename: 'Free' } : toAnswer(await response.json());
  } catch {
    return { __typename: 'Failed' };
  }
}

/** What the server asks for first, or that it said something else. */
export function toAnswer(said: unknown): FileAnswer {
  const asks = typeof said === 'object' && said !== null && 'code' in said && said.code === 'STEP_UP_NEEDED';
  return asks && 'methods' in said && Array.isArray(said.methods)
    ? { __typename: 'StepUpNeeded', methods: said.methods as FactorMethod[] }
    : { __typename: 'Failed' };
}
