import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ChildSupportQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './programmes.module.css';
import { useProgrammeWords } from './use-programme-words.js';

export type Finding = NonNullable<ChildSupportQuery['child']>['programmeChoices'][number]['findings'][number];

const CRITERIA: Readonly<Record<Finding['criterion'], MessageDescriptor>> = {
  AGE: msg`年龄`,
  SCHOOL_STAGE: msg`学段`,
  REGISTRATION: msg`户籍`,
  CATEGORY: msg`孩子的情况`,
  PERIOD: msg`项目的日子`,
};

/** All that a programme asks, met or not; where it is not, what would satisfy it. */
export function EnrolmentFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { i18n } = useLingui();
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => (
        <li key={finding.criterion}>
          <p className={styles['findingHead']}>
            <strong>{i18n._(CRITERIA[finding.criterion])}</strong>
            <Outcome outcome={finding.outcome} />
          </p>
          <p className={styles['line']}>
            <Asked finding={finding} />
          </p>
          {finding.outcome === 'MET' ? null : (
            <p className={styles['line']}>
              <Remedy finding={finding} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Outcome({ outcome }: Pick<Finding, 'outcome'>) {
  switch (outcome) {
    case 'MET':
      return (
        <StateBadge tone="good">
          <Trans>符合</Trans>
        </StateBadge>
      );
    case 'UNKNOWN':
      return (
        <StateBadge tone="waiting">
          <Trans>还不知道</Trans>
        </StateBadge>
      );
    case 'NOT_MET':
      return (
        <StateBadge tone="quiet">
          <Trans>现在不符合</Trans>
        </StateBadge>
      );
  }
}

function Asked({ finding: { criterion, wanted, found } }: { readonly finding: Finding }) {
  const words = useProgrammeWords();
  const say = (codes: readonly string[]): string => {
    switch (criterion) {
      case 'AGE':
        return words.ages(codes[0] ?? '', codes[1] ?? '');
      case 'SCHOOL_STAGE':
        return words.list(codes, words.stage);
      case 'REGISTRATION':
        return words.list(codes, words.registration);
      case 'CATEGORY':
        return words.list(codes, words.category);
      case 'PERIOD':
        return words.period(codes[0] ?? '', codes[1]);
    }
  };
  const asked = say(wanted);
  if (criterion === 'PERIOD') return <Trans>项目的日子：{asked}。</Trans>;
  if (found.length === 0) return <Trans>项目面向：{asked}。孩子的页面上还没有写。</Trans>;
  const known = criterion === 'AGE' ? <Years years={found[0] ?? ''} /> : say(found);
  return (
    <Trans>
      项目面向：{asked}。孩子的页面上：{known}。
    </Trans>
  );
}

const Years = ({ years }: { readonly years: string }) => <Trans>{years} 岁</Trans>;

function Remedy({ finding: { remedy, from } }: { readonly finding: Finding }) {
  const format = useFormat();
  switch (remedy) {
    case 'RECORD_FACT':
      return <Trans>怎么办：问一问家里，写到孩子的页面上，就可以再看。</Trans>;
    case 'WAIT_UNTIL': {
      const day = format.day(from ?? '');
      return <Trans>怎么办：等到{day}，从那天起就符合。</Trans>;
    }
    case 'CORRECT_OR_OTHER':
      return <Trans>怎么办：如果页面上写得不对，先改正；写得对，就看看别的项目。</Trans>;
    case 'OTHER_PROGRAMME':
      return <Trans>怎么办：看看别的项目。</Trans>;
    case 'NONE':
      return null;
  }
}
