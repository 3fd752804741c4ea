import { Trans, useLingui } from '@lingui/react/macro';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { OUTCOME_WORDS, REMEDY_WORDS, REQUIREMENT_REASONS, REQUIREMENT_WORDS } from './eligibility-words.js';
import { inOrder, type Finding } from './eligibility-view.js';
import { RuleLine } from './RuleLine.js';
import styles from './readiness.module.css';

/** Findings in plain words: what, how it stands, what would satisfy it; below, the rule and its clause. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className={styles['findings']}>
      {inOrder(findings).map((finding) => (
        <FindingItem key={finding.requirement} finding={finding} />
      ))}
    </ul>
  );
}

function FindingItem({ finding }: { readonly finding: Finding }) {
  const { i18n } = useLingui();
  const { tone, word } = OUTCOME_WORDS[finding.outcome];
  // Whoever has company already needs none named.
  const accompanied = finding.remedy === 'SERVE_BESIDE_CLEARED_ADULT' && finding.outcome !== 'MISSING';
  const remedy = accompanied ? undefined : REMEDY_WORDS[finding.remedy];
  return (
    <li>
      <div className={styles['findingHead']}>
        <strong>{i18n._(REQUIREMENT_WORDS[finding.requirement])}</strong>
        <StateBadge tone={tone}>{i18n._(word)}</StateBadge>
        <FindingDay finding={finding} />
      </div>
      {accompanied ? (
        <p>
          <Trans>由身边那位成年人的记录查询保证。</Trans>
        </p>
      ) : null}
      {remedy ? (
        <p>
          <Trans>怎么办：{i18n._(remedy)}。</Trans>
        </p>
      ) : null}
      <RuleLine rule={finding.rule} clause={finding.clause} about={REQUIREMENT_REASONS[finding.requirement]} />
    </li>
  );
}

function FindingDay({ finding: { since, until } }: { readonly finding: Finding }) {
  const format = useFormat();
  if (!until && !since) return null;
  return (
    <span className={styles['day']}>
      {until ? <Trans>到 {format.day(until)} 为止</Trans> : <Trans>自 {format.day(since ?? '')}</Trans>}
    </span>
  );
}
