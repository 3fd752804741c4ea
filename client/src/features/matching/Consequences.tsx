import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { IfDeclinedQuery } from '../../gql/graphql.js';
import { RuleLine } from '../readiness/index.js';
import styles from './board.module.css';
import { reasonWords } from './criterion-words.js';

export type WhatIfView = NonNullable<IfDeclinedQuery['matchProposal']>['ifDeclined'];
type Move = WhatIfView['moves'][number];

/** What another choice would change for everybody: the whole in points, and each child whose companion would be another. */
export function Consequences({ loss, moves }: Pick<WhatIfView, 'loss' | 'moves'>) {
  const gain = -loss;
  return (
    <>
      <p>
        {loss > 0 ? (
          <Trans>所有孩子合起来少 {loss} 分。</Trans>
        ) : loss === 0 ? (
          <Trans>整体同样好。</Trans>
        ) : (
          <Trans>所有孩子合起来多 {gain} 分。</Trans>
        )}
      </p>
      <ul className={styles['moves']}>
        {moves.map((move) => (
          <li key={move.child.id}>
            <MoveWords move={move} />
          </li>
        ))}
      </ul>
    </>
  );
}

function MoveWords({ move: { child, before, after } }: { readonly move: Move }) {
  const who = (
    <Link to={`/agency/children/${encodeURIComponent(child.id)}`}>
      <Trans>
        {child.name}（化名{child.pseudonym}）
      </Trans>
    </Link>
  );
  const [was, is] = [before?.name, after?.name];
  if (is === undefined) {
    return (
      <Trans>
        {who}：这次先不安排{was}，继续等合适的人
      </Trans>
    );
  }
  if (was === undefined) {
    return (
      <Trans>
        {who}：可以由{is}陪伴
      </Trans>
    );
  }
  return (
    <Trans>
      {who}：由{was}换成{is}
    </Trans>
  );
}

export interface PairReasonView {
  readonly code: string;
  readonly rule?: string | null | undefined;
  readonly clause?: string | null | undefined;
}

/** Why two people cannot be a pair, each rule with its clause and what would satisfy it. */
export function PairReasons({ reasons }: { readonly reasons: readonly PairReasonView[] }) {
  const { i18n } = useLingui();
  return (
    <ul className={styles['reasons']}>
      {reasons.map(({ code, rule, clause }) => {
        const { what, now } = reasonWords(code);
        return (
          <li key={code}>
            <Trans>
              {i18n._(what)}。可以试试：{i18n._(now)}。
            </Trans>
            <RuleLine rule={rule} clause={clause} />
          </li>
        );
      })}
    </ul>
  );
}
