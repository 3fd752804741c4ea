import { Trans, useLingui } from '@lingui/react/macro';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { FindingList, RuleLine } from '../readiness/index.js';
import { blockerWords } from './companionship-words.js';
import styles from './companionship.module.css';

export type Blockers = NonNullable<CompanionshipQuery['companionship']>['blockers'];

/** All that still stands between a companionship and its first day: what, how to settle it, by which rule. */
export function BlockerList({ blockers }: { readonly blockers: Blockers }) {
  const { i18n } = useLingui();
  return (
    <ul className={styles['blockers']}>
      {blockers.map(({ code, rule, clause, findings }) => {
        const { what, now } = blockerWords(code);
        return (
          <li key={code}>
            <strong>{i18n._(what)}</strong>
            <p>
              <Trans>怎么办：{i18n._(now)}</Trans>
            </p>
            <RuleLine rule={rule} clause={clause} />
            {findings.length > 0 ? (
              <div className={styles['findings']}>
                <FindingList findings={findings} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
