import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { FindingList, openFindings, StandingBadge } from '../readiness/index.js';
import { Alternatives } from './Alternatives.js';
import styles from './board.module.css';
import { PROPOSAL_WORDS } from './criterion-words.js';
import { Decide } from './Decide.js';
import { MATCH_PROPOSAL } from './matching.operations.js';
import { RuledOut } from './RuledOut.js';
import { ScoreTable } from './ScoreTable.js';
import { SuggestedVolunteers } from './Suggestions.js';
import type { Proposal } from './proposal.js';

export interface ProposalPaneProps {
  readonly id: string;
  readonly serviceDate: string;
  readonly decided: () => void;
  /** Something about this or other proposals is another, and none is decided by it. */
  readonly changed: () => void;
}

/** The reasons of one proposal: why this pair, how much hangs on it, who else could, and whether the volunteer is ready. */
export function ProposalPane({ id, serviceDate, decided, changed }: ProposalPaneProps) {
  // `d` was pressed before the reasons were there: its question then opens with them.
  const [declineFirst, setDeclineFirst] = useState(false);
  const [{ data, error }, load] = useQuery({ query: MATCH_PROPOSAL, variables: { id, on: serviceDate } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <NotYetOpen decline={() => setDeclineFirst(true)} />;
  const proposal = data.matchProposal;
  if (!proposal) {
    return (
      <p>
        <Trans>这条建议已经不在了，请从左边另选一条。</Trans>
      </p>
    );
  }
  return (
    <section className={styles['pane']} aria-live="polite">
      <Head proposal={proposal} />
      <Decide
        proposal={proposal}
        declineFirst={declineFirst}
        decided={decided}
        reload={reload}
        changed={() => {
          reload();
          changed();
        }}
      />
      {proposal.state === 'DECLINED' && !proposal.companionship ? (
        <SuggestedVolunteers childId={proposal.child.id} />
      ) : null}
      <Slack slack={proposal.slack} />
      <ScoreTable parts={proposal.parts} score={proposal.score} />
      <Ready proposal={proposal} />
      <Alternatives proposal={proposal} />
      <RuledOut proposal={proposal} />
    </section>
  );
}

/** Nobody accepts a pair whose reasons are not on the screen. */
function NotYetOpen({ decline }: { readonly decline: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  useHotkeys([
    ['a', () => toast({ message: t`理由还在打开。看过以后，再按一次 a 就接受。` })],
    ['d', decline],
  ]);
  return <LoadingState lines={6} />;
}

function Head({ proposal }: { readonly proposal: Proposal }) {
  const { i18n } = useLingui();
  const { child, volunteer, state } = proposal;
  return (
    <header className={styles['paneHead']}>
      <h2>
        <Link to={`/agency/children/${encodeURIComponent(child.id)}`}>
          <Trans>
            {child.name}（化名{child.pseudonym}）
          </Trans>
        </Link>{' '}
        <Trans>
          与 <Link to={`/agency/volunteers/${encodeURIComponent(volunteer.id)}`}>{volunteer.name}</Link>
        </Trans>
      </h2>
      <StateBadge tone={PROPOSAL_WORDS[state].tone}>{i18n._(PROPOSAL_WORDS[state].word)}</StateBadge>
      <DecidedBy proposal={proposal} />
    </header>
  );
}

function DecidedBy({
  proposal: { decidedBy, decidedAt, declineReason, companionship },
}: {
  readonly proposal: Proposal;
}) {
  const format = useFormat();
  if (!decidedBy || !decidedAt) return null;
  return (
    <div className={styles['quiet']}>
      <p>
        <Trans>
          {decidedBy}，{format.instant(decidedAt)}
        </Trans>
      </p>
      {declineReason ? (
        <p>
          <Trans>原因：{declineReason}</Trans>
        </p>
      ) : null}
      {companionship ? (
        <Link to={`/agency/companionships/${encodeURIComponent(companionship.id)}`}>
          <Trans>去看这段陪伴</Trans>
        </Link>
      ) : null}
    </div>
  );
}

function Slack({ slack }: { readonly slack: number }) {
  return (
    <p className={styles['slack']}>
      {slack === 0 ? (
        <Trans>有同样好的选择：不用这一对，整体也不会变差。请按您对孩子和志愿者的了解来决定。</Trans>
      ) : (
        <Trans>如果不用这一对，所有孩子合起来至少会少 {slack} 分。</Trans>
      )}
    </p>
  );
}

function Ready({ proposal: { volunteer } }: { readonly proposal: Proposal }) {
  const open = openFindings(volunteer.eligibility.findings);
  return (
    <div className={styles['part']}>
      <h3>
        <Trans>志愿者的手续</Trans>
      </h3>
      <div>
        <StandingBadge eligibility={volunteer.eligibility} />
      </div>
      {open.length > 0 ? <FindingList findings={open} /> : null}
    </div>
  );
}
