import { useLingui } from '@lingui/react/macro';
import type { GuestDay_DayFragment, GuestTasks } from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio } from '../../ui/fields/fields.js';
import { TASKS } from './team-day-words.js';

interface TasksChoiceProps {
  readonly day: GuestDay_DayFragment;
  readonly chosen: GuestTasks;
  readonly choose: (tasks: GuestTasks) => void;
  /** Unique on the page. */
  readonly name: string;
}

export function TasksChoice({ day, chosen, choose, name }: TasksChoiceProps) {
  const { t, i18n } = useLingui();
  return (
    <FieldGroup label={t`当天想做什么`}>
      {day.tasks.map((tasks) => (
        <Radio
          key={tasks}
          name={name}
          label={
            tasks === 'WITHOUT_CHILDREN' && day.otherTasks
              ? t`${i18n._(TASKS[tasks])}：${day.otherTasks}`
              : i18n._(TASKS[tasks])
          }
          checked={chosen === tasks}
          onChange={() => choose(tasks)}
        />
      ))}
    </FieldGroup>
  );
}
