import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox, NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { Due } from './ChecksDuePage.js';
import { RECORD_SERVICE_CHECK } from './checks.operations.js';

interface CheckFormProps {
  readonly due: Due;
  readonly done: () => void;
  readonly close: () => void;
}

/** Result, day and whoever looked: nothing else is kept, and nothing of it as a draft (H8). */
export function CheckForm({ due, done, close }: CheckFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, record] = useMutation(RECORD_SERVICE_CHECK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, setError, formState } = useForm<{
    readonly answer: '' | 'CLEAR' | 'HIT';
    readonly happenedOn: string;
    readonly paperGivenBack: boolean;
  }>({ defaultValues: { answer: '', happenedOn: today, paperGivenBack: false } });
  const { errors } = formState;
  const past = t`请写今天或以前的日子。`;
  const submit = handleSubmit(async ({ answer, happenedOn, paperGivenBack }) => {
    setProblem(null);
    const clear = answer === 'CLEAR';
    const { data, error } = await record({ input: { personId: due.personId, happenedOn, clear, paperGivenBack } });
    const result = data?.recordServiceCheck;
    if (!result) return setProblem(<RequestFault error={error} />);
    switch (result.__typename) {
      case 'ChecksDue':
        toast({ message: clear ? t`记下了，从现在起算数。` : t`记下了，全部工作已经暂停。` });
        return done();
      case 'FactRefused':
        return setProblem(<Trans>自己的查询要请同事来记。</Trans>);
      case 'InvalidInput': {
        const twice = result.fields.some(({ code }) => code === 'RECORDED_ALREADY');
        return setError('happenedOn', { message: twice ? t`这一天的已经记过了。` : past });
      }
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={done} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下答复</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="default" size="md" onClick={close}>
          <Trans>先不记</Trans>
        </Button>
      }
    >
      <NativeSelect
        label={t`答复是什么`}
        description={t`有记录时，全部工作立即暂停；只有机构负责人看得到原因。`}
        data={[
          { value: '', label: t`请选一个` },
          { value: 'CLEAR', label: t`没有记录` },
          { value: 'HIT', label: t`有记录` },
        ]}
        error={errors.answer?.message}
        {...register('answer', { required: t`请选答复。` })}
      />
      <TextInput
        type="date"
        label={t`答复的日子`}
        max={today}
        error={errors.happenedOn?.message}
        {...register('happenedOn', { validate: (day) => (day !== '' && day <= today) || past })}
      />
      <Checkbox
        label={t`我看过证明，已经还给本人，没有留复印件，也没有拍照`}
        description={t`没有勾的，会列在“记录查询”上，等您还给本人。`}
        {...register('paperGivenBack')}
      />
    </Form>
  );
}
