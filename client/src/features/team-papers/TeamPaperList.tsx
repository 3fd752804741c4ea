import { Trans, useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { ReactNode } from 'react';
import type { TeamPaper_AllFragment, TeamPaperKind } from '../../gql/graphql.js';
import { readFragment, type FragmentType } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { yuanOf } from '../../ui/format/money.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { PaperList } from '../../ui/upload/PaperList.js';
import { TEAM_PAPER } from './team-papers.operations.js';
import styles from './team-papers.module.css';

export const PAPER_KINDS: Readonly<Record<TeamPaperKind, MessageDescriptor>> = {
  DONATION_AGREEMENT: msg`捐赠协议`,
  DONATION_RECEIPT: msg`捐赠收据`,
};

export interface TeamPaperListProps {
  readonly papers: readonly FragmentType<typeof TEAM_PAPER>[];
  /** What can be done with one that stands. */
  readonly acts?: (paper: TeamPaper_AllFragment) => ReactNode;
}

/** Donation agreements and receipts with what stands on them, and their files. */
export function TeamPaperList({ papers, acts }: TeamPaperListProps) {
  return (
    <ul className={styles['list']}>
      {papers.map((one) => {
        const paper = readFragment(TEAM_PAPER, one);
        return (
          <li key={paper.id} className={styles['item']}>
            <About paper={paper} />
            <PaperList papers={paper.files.map(({ addedAt: _seen, ...file }) => file)} />
            {paper.withdrawnAt ? null : acts?.(paper)}
          </li>
        );
      })}
    </ul>
  );
}

function About({ paper }: { readonly paper: TeamPaper_AllFragment }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { kind, number, datedOn, amount, withdrawnAt, why } = paper;
  return (
    <>
      <h3 className={styles['head']}>
        <span>{i18n._(PAPER_KINDS[kind])}</span>
        <code>{number}</code>
        {withdrawnAt ? (
          <StateBadge tone="quiet">
            <Trans>已撤下</Trans>
          </StateBadge>
        ) : null}
      </h3>
      <p className={styles['quiet']}>
        {format.day(datedOn)}
        {' · '}
        {amount ? <Trans>纸上写的金额：{yuanOf(amount)} 元</Trans> : <Trans>纸上没有写金额</Trans>}
      </p>
      {withdrawnAt ? (
        <p className={styles['quiet']}>
          <Trans>{format.instant(withdrawnAt)}撤下，团队看不到了：</Trans>
          <span lang={dataLang(why)}>{why}</span>
        </p>
      ) : null}
    </>
  );
}
