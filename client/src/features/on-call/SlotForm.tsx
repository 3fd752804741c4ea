import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation, useQuery } from 'urql';
import type { DutyLine } from '../../gql/graphql.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ADD_DUTY_SLOT, DUTY_TEAM } from './on-call.operations.js';
import styles from './on-call.module.css';

interface Values {
  readonly personId: string;
  readonly line: DutyLine;
  readonly startsOn: string;
  readonly startTime: string;
  readonly endsOn: string;
  readonly endTime: string;
}
const EMPTY: Values = { personId: '', line: 'FIRST', startsOn: '', startTime: '08:00', endsOn: '', endTime: '20:00' };

const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Who, first or second, from when to when, by the agency's own calendar. */
export function SlotForm({ reload }: { readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ data }] = useQuery({ query: DUTY_TEAM });
  const [{ fetching }, add] = useMutation(ADD_DUTY_SLOT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId, setRequestId] = useState(newRequestId);
  const { register, handleSubmit, reset, formState } = useForm<Values>({ defaultValues: EMPTY });
  const { errors } = formState;
  const submit = handleSubmit(async ({ personId, line, startsOn, startTime, endsOn, endTime }) => {
    setProblem(null);
    const times = { startsOn, startMinute: minuteOf(startTime), endsOn, endMinute: minuteOf(endTime) };
    const { data: answer, error } = await add({ input: { personId, line, ...times, requestId } });
    if (!answer) return setProblem(<RequestFault error={error} />);
    if (answer.addDutySlot.__typename !== 'DutyRota') {
      return setProblem(<Trans>排不进去：结束要在开始和现在以后，一次最多十四天，人要是现在在岗的同事。</Trans>);
    }
    reset(EMPTY);
    setRequestId(newRequestId());
    toast({ message: t`排好了。` });
    reload();
  });
  const needed = t`请填上。`;
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>排上</Trans>} busy={fetching} problem={problem}>
      <div className={styles['pair']}>
        <NativeSelect label={t`谁`} error={errors.personId?.message} {...register('personId', { required: needed })}>
          <option value="">{t`请选`}</option>
          {data?.caseTeam.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={t`先告诉还是后告诉`}
          data={[
            { value: 'FIRST', label: t`第一位：马上告诉` },
            { value: 'SECOND', label: t`第二位：没有人看时再告诉` },
          ]}
          {...register('line')}
        />
      </div>
      <div className={styles['pair']}>
        <TextInput
          type="date"
          label={t`从哪一天`}
          error={errors.startsOn?.message}
          {...register('startsOn', { required: needed })}
        />
        <TextInput type="time" label={t`从几点`} {...register('startTime', { required: needed })} />
      </div>
      <div className={styles['pair']}>
        <TextInput
          type="date"
          label={t`到哪一天`}
          error={errors.endsOn?.message}
          {...register('endsOn', { required: needed })}
        />
        <TextInput type="time" label={t`到几点`} {...register('endTime', { required: needed })} />
      </div>
    </Form>
  );
}
