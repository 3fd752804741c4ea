import { Plural, useLingui } from '@lingui/react/macro';
import type { CompanionshipCard_MineFragment } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './my-service.module.css';

export type Contact = CompanionshipCard_MineFragment['contacts'][number];

/** What has been between the two, the newest first; folded, since what comes next matters more. */
export function PastContacts({ contacts }: { readonly contacts: readonly Contact[] }) {
  const { t } = useLingui();
  const format = useFormat();
  if (contacts.length === 0) return null;
  return (
    <details className={styles['rules']}>
      <summary>
        <Plural value={contacts.length} other="最近 # 次联系" />
      </summary>
      <ul>
        {contacts.map(({ kind, happenedOn, note }, index) => (
          <li key={index}>
            {format.day(happenedOn)} · {kind === 'MADE' ? t`见到了或聊过了` : t`联系了，没有联系上`}
            {note ? ` · ${note}` : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
