import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { ruleReference } from './rule-reference.js';
import { ruleWords } from './rule-words.js';
import styles from './readiness.module.css';

export interface RuleLineProps {
  readonly rule?: string | null | undefined;
  readonly clause?: string | null | undefined;
  /** In place of the rule's own words, where a rule is about more than what stands here. */
  readonly about?: MessageDescriptor | undefined;
}

/** The rule in plain words, and on a second line the clause behind it. */
export function RuleLine({ rule, clause: named, about }: RuleLineProps) {
  const { i18n } = useLingui();
  const { rule: name, clause } = ruleReference(rule, named);
  const words = about ?? ruleWords(name);
  if (!words && !clause) return null;
  return (
    <span className={styles['rule']}>
      {words ? <span>{i18n._(words)}</span> : null}
      {clause ? (
        <span>
          <Trans>依据 MZ/T 248—2025 {clause}</Trans>
        </span>
      ) : null}
    </span>
  );
}
