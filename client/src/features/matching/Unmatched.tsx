import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { MatchRunQuery } from '../../gql/graphql.js';
import { Section } from '../../ui/page/Page.js';
import { RuleLine } from '../readiness/index.js';
import { reasonWords } from './criterion-words.js';
import styles from './board.module.css';

type UnmatchedChildren = NonNullable<MatchRunQuery['matchRun']>['unmatched'];

export interface UnmatchedProps {
  readonly unmatched: UnmatchedChildren;
  readonly considered: number;
}

/** Children for whom nobody was proposed: what stood in the way, for how many volunteers, and what would help. */
export function Unmatched({ unmatched, considered }: UnmatchedProps) {
  const { t } = useLingui();
  if (unmatched.length === 0) return null;
  const count = unmatched.length;
  return (
    <Section
      title={<Trans>还没有找到陪伴者的孩子</Trans>}
      lead={t`这次考虑的 ${considered} 名儿童里有 ${count} 名。一位志愿者可能同时有几个原因。`}
    >
      <ul className={styles['unmatched']}>
        {unmatched.map(({ child, reasons }) => (
          <li key={child.id}>
            <details>
              <summary>
                <strong>
                  <Trans>
                    {child.name}（化名{child.pseudonym}）
                  </Trans>
                </strong>
                <MainReason reason={reasons[0]} />
                <IconChevronDown size={18} stroke={1.75} aria-hidden />
              </summary>
              <Reasons reasons={reasons} />
              <Link to={`/agency/children/${encodeURIComponent(child.id)}`}>
                <Trans>看这个孩子的资料</Trans>
              </Link>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Reason = UnmatchedChildren[number]['reasons'][number];

function MainReason({ reason }: { readonly reason: Reason | undefined }) {
  const { i18n } = useLingui();
  if (!reason) {
    return (
      <span>
        <Trans>合适的志愿者这次都陪伴了别的孩子</Trans>
      </span>
    );
  }
  return (
    <span className={styles['mainReason']}>
      <Plural value={reason.volunteers} other="# 名志愿者" />
      <Trans>：{i18n._(reasonWords(reason.code).what)}</Trans>
    </span>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { i18n } = useLingui();
  return (
    <ul className={styles['reasons']}>
      {reasons.map(({ code, rule, clause, volunteers }) => {
        const { what, now } = reasonWords(code);
        return (
          <li key={code}>
            <p>
              <strong>
                <Plural value={volunteers} other="# 名志愿者" />
              </strong>
              <Trans>
                ：{i18n._(what)}。可以试试：{i18n._(now)}。
              </Trans>
            </p>
            <RuleLine rule={rule} clause={clause} />
          </li>
        );
      })}
    </ul>
  );
}
