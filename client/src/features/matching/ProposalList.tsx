import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { MatchProposalsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { neighbour } from './board-view.js';
import styles from './board.module.css';
import { PROPOSAL_WORDS } from './criterion-words.js';

export type ProposalRow = NonNullable<MatchProposalsQuery['matchRun']>['proposals']['edges'][number]['node'];

export interface ProposalListProps {
  readonly rows: readonly ProposalRow[];
  readonly open: string;
  readonly choose: (id: string) => void;
}

/** One stop of Tab for the whole list, so that the decision stays near; within it the arrows walk, as `j` and `k` do. */
export function ProposalList({ rows, open, choose }: ProposalListProps) {
  const { t, i18n } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current="true"]');
    // Within the list only: the page itself must not jump when the keys walk.
    if (list.current && current instanceof HTMLElement) {
      const { offsetTop, offsetHeight } = current;
      const { scrollTop, clientHeight } = list.current;
      if (offsetTop < scrollTop) list.current.scrollTop = offsetTop;
      else if (offsetTop + offsetHeight > scrollTop + clientHeight) {
        list.current.scrollTop = offsetTop + offsetHeight - clientHeight;
      }
      if (list.current.contains(document.activeElement)) current.focus({ preventScroll: true });
    }
  }, [open]);
  const walk = (event: KeyboardEvent, id: string): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    const next = step && neighbour(rows, id, step);
    if (!next) return;
    event.preventDefault();
    choose(next.id);
  };
  return (
    <ul className={styles['list']} aria-label={t`搭配建议`} ref={list}>
      {rows.map(({ id, state, held, score, child, volunteer }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === open}
            tabIndex={id === open ? 0 : -1}
            onClick={() => choose(id)}
            onKeyDown={(event) => walk(event, id)}
          >
            <span className={styles['names']}>
              <strong>
                <Trans>
                  {child.name}（化名{child.pseudonym}）
                </Trans>
              </strong>
              <span>
                <Trans>与 {volunteer.name}</Trans>
              </span>
            </span>
            <span className={styles['standing']}>
              <span className={styles['points']}>
                <Trans>{score} 分</Trans>
              </span>
              <StateBadge tone={PROPOSAL_WORDS[state].tone}>{i18n._(PROPOSAL_WORDS[state].word)}</StateBadge>
              {held && state === 'PROPOSED' ? (
                <span className={styles['points']}>
                  <Trans>已固定</Trans>
                </span>
              ) : null}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
