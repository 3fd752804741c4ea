import { Trans } from '@lingui/react/macro';
import type { FieldGroup } from '../../gql/graphql.js';
import { Radio } from '../../ui/fields/fields.js';
import { useLedgerWords } from './use-ledger-words.js';
import styles from './ledger.module.css';

/** Yes, no, or not answered yet. */
export type Answers = Readonly<Partial<Record<FieldGroup, 'YES' | 'NO'>>>;

export interface GroupAnswersProps {
  /** Tells apart two lists of the same groups on one page. */
  readonly name: string;
  readonly title: string;
  readonly groups: readonly FieldGroup[];
  readonly answers: Answers;
  readonly change: (answers: Answers) => void;
}

/** Each group by itself; nothing is answered in advance, and no answer weighs more than the other. */
export function GroupAnswers({ name, title, groups, answers, change }: GroupAnswersProps) {
  const words = useLedgerWords();
  return (
    <div className={styles['answers']} role="group" aria-label={title}>
      <h3>{title}</h3>
      {groups.map((group) => (
        <fieldset key={group} className={styles['answer']}>
          <legend>{words.group(group)}</legend>
          {(['YES', 'NO'] as const).map((answer) => (
            <Radio
              key={answer}
              name={`${name}-${group}`}
              label={answer === 'YES' ? <Trans>可以</Trans> : <Trans>不可以</Trans>}
              checked={answers[group] === answer}
              onChange={() => change({ ...answers, [group]: answer })}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
