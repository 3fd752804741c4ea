// The audit as a file, fetched by the page itself: so that it can ask for a second factor first, and say what went wrong.
import type { FactorMethod } from '../../gql/graphql.js';

export type AuditFile =
  | { readonly __typename: 'AuditFile'; readonly content: Blob }
  | { readonly __typename: 'StepUpNeeded'; readonly methods: readonly FactorMethod[] }
  | { readonly __typename: 'Failed' };

export async function fetchAuditFile(address: string): Promise<AuditFile> {
  const failed = { __typename: 'Failed' } as const;
  try {
    const response = await fetch(address, { cache: 'no-store' });
    if (response.ok) return { __typename: 'AuditFile', content: await response.blob() };
    const said: unknown = await response.json();
    const methods = methodsOf(said);
    return methods ? { __typename: 'StepUpNeeded', methods } : failed;
  } catch {
    return failed;
  }
}

/** What the server asks for first; undefined where it said something else. */
export function methodsOf(said: unknown): readonly FactorMethod[] | undefined {
  if (typeof said !== 'object' || said === null || !('code' in said) || said.code !== 'STEP_UP_NEEDED')
    return undefined;
  return 'methods' in said && Array.isArray(said.methods) ? (said.methods as FactorMethod[]) : undefined;
}

/** Hands a file to whoever sits here. */
export function keep(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
