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
import { HOLD_PROPOSAL } from './board.operations.js';
import { ACCEPT_PROPOSAL } from './matching.operations.js';
import type { Proposal } from './proposal.js';
import { NotEligible, PlaceTakenPanel } from './refusals.js';
import { SwapDialog } from './SwapDialog.js';
import { WhatIf } from './WhatIf.js';

export interface DecideProps {
  readonly proposal: Proposal;
  /** Opens with the question why not. */
  readonly declineFirst: boolean;
  readonly decided: () => void;
  readonly reload: () => void;
  /** Held, let go or swapped: this proposal and others may be another now. */
  readonly changed: () => void;
}

/** The decision is a person's. Accepting invites the volunteer; declining needs a reason, and the pair stays apart. */
export function Decide({ proposal, declineFirst, decided, reload, changed }: DecideProps) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const [{ fetching }, accept] = useMutation(ACCEPT_PROPOSAL);
  const [problem, setProblem] = useState<ReactNode>(null);
  const open = proposal.state === 'PROPOSED' && may('match.decide');
  const [declining, setDeclining] = useState(declineFirst && open);
  const [swapping, setSwapping] = useState(false);
  const [asking, setAsking] = useState(false);
  const [{ fetching: holding }, hold] = useMutation(HOLD_PROPOSAL);
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
  const toggleHold = async (): Promise<void> => {
    if (!open || holding) return;
    setProblem(null);
    const { id: proposalId, version, held } = proposal;
    const { data, error } = await hold({ input: { proposalId, version, held: !held } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.holdProposal;
    if (result.__typename !== 'MatchProposal') {
      setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      return;
    }
    toast({ message: result.held ? t`固定了。再做匹配时，这一对不会变。` : t`放开了。再做匹配时，这一对可能会变。` });
    changed();
  };
  useHotkeys([
    ['a', () => void take()],
    ['d', () => setDeclining(open)],
    ['s', () => setSwapping(open)],
    ['l', () => void toggleHold()],
    ['w', () => setAsking((before) => open && !before)],
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
        <Button variant="default" onClick={() => setSwapping(true)} aria-keyshortcuts="s">
          <Trans>换一位</Trans>
        </Button>
        <Button variant="default" loading={holding} onClick={() => void toggleHold()} aria-keyshortcuts="l">
          {proposal.held ? <Trans>放开这一对</Trans> : <Trans>固定这一对</Trans>}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(!asking)} aria-expanded={asking} aria-keyshortcuts="w">
          <Trans>如果不采用会怎样</Trans>
        </Button>
      </div>
      {asking ? (
        <WhatIf proposalId={proposal.id} title={<Trans>如果不采用这一对（只是看看，什么都不会改）</Trans>} />
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      <DeclineDialog
        proposal={proposal}
        opened={declining}
        close={() => setDeclining(false)}
        decided={decided}
        reload={reload}
      />
      <SwapDialog
        key={proposal.volunteer.id}
        proposal={proposal}
        opened={swapping}
        close={() => setSwapping(false)}
        swapped={changed}
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
