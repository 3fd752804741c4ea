import { useLingui } from '@lingui/react/macro';
import type { UseFormRegisterReturn } from 'react-hook-form';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Checkbox } from '../../ui/fields/fields.js';
import { useFormat } from '../../ui/format/use-format.js';

export interface ShareFieldsProps {
  readonly label: string;
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  readonly field: (name: 'goals' | 'meeting' | 'steps' | 'contactIds') => UseFormRegisterReturn;
}

/** Item by item, what another companion may read of a pair; what is not ticked stays closed. */
export function ShareFields({ label, companionship, field }: ShareFieldsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { plan, nextSteps, contacts } = companionship;
  const open = nextSteps.filter(({ doneAt }) => !doneAt);
  const notes = contacts.filter(({ note }) => note);
  return (
    <FieldGroup label={label} description={t`不勾就不给看。家庭和孩子同意了新的志愿者以后，勾了的才打开。`}>
      {plan ? (
        <>
          <Checkbox
            label={t`一起要做的和慢慢长出来的`}
            description={t`${plan.taskGoal}；${plan.processGoal}`}
            {...field('goals')}
          />
          <Checkbox
            label={t`见面的地点和次数`}
            description={t`${plan.meetingPlace}，每月 ${plan.contactsPerMonth} 次`}
            {...field('meeting')}
          />
        </>
      ) : null}
      {open.length > 0 ? (
        <Checkbox
          label={t`还没有做完的小事`}
          description={format.list(open.map(({ text }) => text))}
          {...field('steps')}
        />
      ) : null}
      {notes.map(({ id, happenedOn, note }) => (
        <Checkbox
          key={id}
          label={t`${format.day(happenedOn)}记的话`}
          description={note ?? ''}
          value={id}
          {...field('contactIds')}
        />
      ))}
    </FieldGroup>
  );
}
