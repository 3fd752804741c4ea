import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useFormat } from '../../ui/format/use-format.js';
import { Section } from '../../ui/page/Page.js';
import { CONSENT_TASKS } from './ledger.operations.js';
import { TASK_WORDS } from './ledger-words.js';
import { useLedgerWords } from './use-ledger-words.js';
import styles from './ledger.module.css';

const MOST_SHOWN = 8;

/** On today's page: families to be asked again, each one tap from done; nothing where there are none. */
export function ConsentTasks() {
  const { i18n } = useLingui();
  const words = useLedgerWords();
  const format = useFormat();
  const [{ data }] = useQuery({ query: CONSENT_TASKS, requestPolicy: 'cache-and-network' });
  const tasks = data?.consentTasks ?? [];
  if (tasks.length === 0) return null;
  const more = tasks.length - MOST_SHOWN;
  return (
    <Section title={<Trans>要再问一问的家庭</Trans>}>
      <ul className={styles['groups']}>
        {tasks.slice(0, MOST_SHOWN).map((task) => (
          <li key={`${task.childId}${task.purpose}${task.audience}${task.occasion ?? ''}`}>
            <Link to={`/agency/children/${encodeURIComponent(task.childId)}/consents`}>
              {task.childName} · {words.purpose(task.purpose)}
            </Link>
            <span>
              {i18n._(TASK_WORDS[task.kind])} · {format.day(task.dueOn)}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className={styles['quiet']}>
          <Trans>还有 {more} 个家庭，先做上面这些。</Trans>
        </p>
      ) : null}
    </Section>
  );
}
