import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { ROLE_WORDS, rolesThatMay } from '../../app/session/roles.js';
import { useMay } from '../../app/session/session-context.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import styles from './board.module.css';
import { DeclineDialog } from './DeclineDialog.js';
import { ACCEPT_PROPOSAL } from './matching.operations.js';
import type { Proposal } from './ProposalPane.js';
import { NotEligible, PlaceTakenPanel } from './refusals.js';

export interface DecideProps {
  readonly proposal: Proposal;
  /** Opens with the question why not. */
  readonly declineFirst: boolean;
  readonly decided: () => void;
  readonly reload: () => void;
}

/** The decision is a person's. Accepting invites the volunteer; declining needs a reason, and the pair stays apart. */
export function Decide({ proposal, declineFirst, decided, reload }: DecideProps) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const [{ fetching }, accept] = useMutation(ACCEPT_PROPOSAL);
  const [problem, setProblem] = useState<ReactNode>(null);
  const open = proposal.state === 'PROPOSED' && may('match.decide');
  const [declining, setDeclining] = useState(declineFirst && open);
  const { name } = proposal.volunteer;

  const take = async (): Promise<void> => {
    if (!open || fetching) return;
    setProblem(null);
    const { data, error } = await accept({ input: { proposalId: proposal.id, version: proposal.version } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.acceptProposal;
    switch (result.__typename) {
      case 'MatchProposal':
        toast({ message: t`接受了。${name}会收到邀请，等对方回答。` });
        decided();
        return;
      case 'VolunteerNotEligible':
        setProblem(<NotEligible name={name} findings={result.findings} />);
        return;
      case 'PlaceTaken':
        setProblem(<PlaceTakenPanel who={result.who} name={name} />);
        return;
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  };
  useHotkeys([
    ['a', () => void take()],
    ['d', () => setDeclining(open)],
  ]);

  if (proposal.state !== 'PROPOSED') return null;
  if (!open) return <WhoDecides />;
  return (
    <div className={styles['decide']}>
      <div className={styles['actions']}>
        <Button loading={fetching} onClick={() => void take()} aria-keyshortcuts="a">
          <Trans>接受这条建议</Trans>
        </Button>
        <Button variant="default" onClick={() => setDeclining(true)} aria-keyshortcuts="d">
          <Trans>不采用</Trans>
        </Button>
      </div>
      {problem ? <div role="alert">{problem}</div> : null}
      <DeclineDialog
        proposal={proposal}
        opened={declining}
        close={() => setDeclining(false)}
        decided={decided}
        reload={reload}
      />
    </div>
  );
}

function WhoDecides() {
  const { i18n } = useLingui();
  const format = useFormat();
  const who = format.list(rolesThatMay('match.decide').map((role) => i18n._(ROLE_WORDS[role])));
  return (
    <p className={styles['quiet']}>
      <Trans>这条建议由{who}来决定。</Trans>
    </p>
  );
}
