import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { ConcernFileQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './concerns.module.css';
import { AUTHORITY, CATEGORY, STEP } from './step-words.js';

type Step = NonNullable<ConcernFileQuery['concernFile']>['steps'][number];

/** One thing that was done, or is to be done; `bare` where it does not stand in the list of steps. */
export function StepItem({ step, bare = false }: { readonly step: Step; readonly bare?: boolean }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { kind, byName, at, text, category, authority, reference, assigneeName, dueAt, happenedAt } = step;
  const Tag = bare ? 'div' : 'li';
  return (
    <Tag className={styles['step']}>
      <h3>
        {i18n._(STEP[kind].done)}
        {category ? `：${i18n._(CATEGORY[category])}` : null}
        {authority ? `：${i18n._(AUTHORITY[authority])}` : null}
      </h3>
      {text ? <p className={styles['said']}>{text}</p> : null}
      {reference ? (
        <p>
          <Trans>受理编号：{reference}</Trans>
        </p>
      ) : null}
      {assigneeName && dueAt ? (
        <p>
          <Trans>
            {assigneeName}，最迟 {format.instant(dueAt)}
          </Trans>
        </p>
      ) : null}
      <p className={styles['when']}>
        {byName} · {format.instant(happenedAt ?? at)}
      </p>
    </Tag>
  );
}
