import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import styles from './board.module.css';
import { Consequences, PairReasons } from './Consequences.js';
import { IF_SWAPPED, SWAP_PROPOSAL } from './board.operations.js';
import { DecisionDialog, useDecisionProblem, type DecisionProps } from './DecisionDialog.js';

export interface SwapDialogProps extends DecisionProps {
  readonly swapped: () => void;
}

/** Who instead, at what cost for everybody, and who would move; only then is it done. */
export function SwapDialog({ proposal, opened, close, swapped, reload }: SwapDialogProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [chosen, setChosen] = useState(proposal.alternatives[0]?.volunteer.id ?? '');
  const [{ fetching }, swap] = useMutation(SWAP_PROPOSAL);
  const { problem, say, clear, fault, refuse } = useDecisionProblem(reload);
  const other = proposal.alternatives.find(({ volunteer }) => volunteer.id === chosen)?.volunteer;

  const send = async (): Promise<void> => {
    if (!other) {
      close();
      return;
    }
    clear();
    const input = { proposalId: proposal.id, version: proposal.version, volunteerId: other.id };
    const { data, error } = await swap({ input });
    if (!data) {
      fault(error);
      return;
    }
    const result = data.swapProposal;
    switch (result.__typename) {
      case 'MatchProposal':
        close();
        toast({ message: t`换成了${other.name}，并且固定下来。请看看，再决定是否接受。` });
        swapped();
        return;
      case 'PairRefused':
        say(<PairReasons reasons={result.reasons} />);
        return;
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        refuse(result.__typename);
        return;
      default:
        assertUnreachable(result);
    }
  };

  return (
    <DecisionDialog
      opened={opened}
      close={close}
      title={t`换一位志愿者陪伴${proposal.child.name}`}
      confirmLabel={other ? <Trans>换成{other.name}</Trans> : <Trans>知道了</Trans>}
      busy={fetching}
      onConfirm={send}
      problem={problem}
    >
      {proposal.alternatives.length === 0 ? (
        <p>
          <Trans>那一天没有别的志愿者符合这个孩子的条件。</Trans>
        </p>
      ) : (
        <fieldset className={styles['choices']}>
          <legend>
            <Trans>换成谁</Trans>
          </legend>
          {proposal.alternatives.map(({ volunteer, score }) => (
            <label key={volunteer.id}>
              <input
                type="radio"
                name="swap"
                checked={volunteer.id === chosen}
                onChange={() => setChosen(volunteer.id)}
              />
              <Trans>
                {volunteer.name}，{score} 分
              </Trans>
            </label>
          ))}
        </fieldset>
      )}
      {opened && other ? <Preview proposalId={proposal.id} volunteerId={other.id} /> : null}
    </DecisionDialog>
  );
}

function Preview({ proposalId, volunteerId }: { readonly proposalId: string; readonly volunteerId: string }) {
  const [{ data, error }] = useQuery({
    query: IF_SWAPPED,
    variables: { id: proposalId, volunteerId },
    requestPolicy: 'network-only',
  });
  if (error && !data) return <RequestFault error={error} />;
  const seen = data?.matchProposal?.ifSwapped;
  if (!seen) return <LoadingState lines={2} />;
  return (
    <div role="status">
      {seen.__typename === 'WhatIf' ? (
        <Consequences {...seen} />
      ) : seen.__typename === 'PairRefused' ? (
        <PairReasons reasons={seen.reasons} />
      ) : (
        <p>
          <Trans>这位志愿者已经不在名单里，请另选一位。</Trans>
        </p>
      )}
    </div>
  );
}
