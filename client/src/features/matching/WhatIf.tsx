import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './board.module.css';
import { Consequences } from './Consequences.js';
import { IF_DECLINED } from './board.operations.js';

/** Before deciding: what would become of this child and of the others without this pair. Nothing is stored. */
export function WhatIf({ proposalId, title }: { readonly proposalId: string; readonly title: ReactNode }) {
  const [{ data, error }, load] = useQuery({
    query: IF_DECLINED,
    variables: { id: proposalId },
    // What others have decided on this board since changes the answer.
    requestPolicy: 'network-only',
  });
  return (
    <div className={styles['part']} role="status">
      <h3>{title}</h3>
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : data?.matchProposal ? (
        <Consequences {...data.matchProposal.ifDeclined} />
      ) : (
        <LoadingState lines={2} />
      )}
    </div>
  );
}
