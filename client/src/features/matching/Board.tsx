import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { MatchProposalsQuery } from '../../gql/graphql.js';
import { FilterChips } from '../../ui/list/FilterChips.js';
import type { Connection } from '../../ui/list/use-pages.js';
import { usePages } from '../../ui/list/use-pages.js';
import { useUrlFilters } from '../../ui/list/use-url-filters.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { chosen, neighbour, nextWaiting, PROPOSAL_STATES, proposalFilter } from './board-view.js';
import styles from './board.module.css';
import { BoardKeys } from './BoardKeys.js';
import { PROPOSAL_WORDS } from './criterion-words.js';
import { MATCH_PROPOSALS } from './matching.operations.js';
import { ProposalList, type ProposalRow } from './ProposalList.js';
import { ProposalPane } from './ProposalPane.js';

const FILTERS = ['state', 'proposal'] as const;
const NOTHING: Connection<ProposalRow> = { edges: [], pageInfo: { hasNextPage: false }, totalCount: 0 };

const proposalsOf = (data: MatchProposalsQuery): Connection<ProposalRow> => data.matchRun?.proposals ?? NOTHING;

export interface BoardProps {
  readonly runId: string;
  readonly serviceDate: string;
}

/** Left the proposals, right the reasons. `j` and `k` walk, `a` accepts, `d` declines, `s` swaps; the address names the open one. */
export function Board({ runId, serviceDate }: BoardProps) {
  const { t, i18n } = useLingui();
  const filters = useUrlFilters(FILTERS);
  const { state, proposal } = filters.values;
  const pages = usePages(MATCH_PROPOSALS, { runId, first: 200, state: proposalFilter(state) }, proposalsOf);
  const { rows, first, error, more, reload } = pages;
  const open = chosen(rows, proposal, more !== undefined);
  const choose = (id: string): void => filters.set('proposal', id);
  const walk = (step: 1 | -1) => (): void => {
    const next = neighbour(rows, open?.id ?? '', step);
    if (next) choose(next.id);
  };
  useHotkeys([
    ['j', walk(1)],
    ['k', walk(-1)],
  ]);
  const pane = useRef<HTMLDivElement>(null);
  const asked = useRef(proposal);
  useEffect(() => {
    // On a phone the reasons stand below the list: whoever chooses is taken there.
    if (proposal !== '' && proposal !== asked.current && window.matchMedia('(max-width: 62em)').matches) {
      pane.current?.scrollIntoView({ block: 'start' });
    }
    asked.current = proposal;
  }, [proposal]);

  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState lines={6} />;
  const total = first.matchRun?.all.totalCount ?? 0;
  const decided = (id: string): void => {
    const next = nextWaiting(rows, id);
    if (next) choose(next.id);
    reload();
  };
  return (
    <>
      <FilterChips
        label={t`按决定筛选`}
        value={state}
        choose={(value) => filters.set('state', value)}
        chips={[
          { value: '', label: t`全部` },
          ...PROPOSAL_STATES.map((value) => ({ value, label: i18n._(PROPOSAL_WORDS[value].word) })),
        ]}
      />
      {open ? (
        <div className={styles['board']}>
          <div className={styles['left']}>
            <p className={styles['quiet']} role="status">
              <Trans>
                符合条件的 {pages.totalCount} 条建议，共 {total} 条。
              </Trans>
            </p>
            <BoardKeys />
            <ProposalList rows={rows} open={open.id} choose={choose} />
            {more ? (
              <Button variant="default" loading={more.loading} onClick={more.load}>
                <Trans>再显示一些建议</Trans>
              </Button>
            ) : null}
          </div>
          <div className={styles['right']} ref={pane}>
            <ProposalPane
              key={open.id}
              id={open.id}
              serviceDate={serviceDate}
              decided={() => decided(open.id)}
              changed={reload}
            />
          </div>
        </div>
      ) : (
        <EmptyState title={total === 0 ? <Trans>这次没有建议</Trans> : <Trans>没有这样的建议</Trans>}>
          <p>
            {total === 0 ? (
              <Trans>下面写着每个孩子还没有找到陪伴者的原因。</Trans>
            ) : (
              <Trans>这次共有 {total} 条建议，换个条件看看。</Trans>
            )}
          </p>
        </EmptyState>
      )}
    </>
  );
}
