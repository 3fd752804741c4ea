import type { CombinedError } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import { FormFault } from './Form.js';

/** The words for a request that never got an answer; the reference helps the operator find a fault of ours. */
export function RequestFault({ error }: { readonly error: CombinedError | undefined }) {
  const failure = error ? failureOf(error) : undefined;
  return <FormFault reference={failure?.kind === 'FAULT' ? failure.reference : undefined} />;
}
