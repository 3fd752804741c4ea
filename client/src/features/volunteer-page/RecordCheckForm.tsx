import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Checkbox, NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useFactAnswer } from './use-fact-answer.js';
import { RECORD_CHECK } from './volunteer-page.operations.js';

interface RecordCheckFormProps {
  readonly volunteerId: string;
  readonly reload: () => void;
}

/** Only the answer, its day and who wrote it down are kept (H8). Nothing of it is kept as a draft. */
export function RecordCheckForm({ volunteerId, reload }: RecordCheckFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const answered = useFactAnswer();
  const { agency } = useViewer();
  const [{ fetching }, record] = useMutation(RECORD_CHECK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useForm<{
    readonly answer: '' | 'CLEAR' | 'HIT';
    readonly happenedOn: string;
    readonly paperGivenBack: boolean;
  }>({ defaultValues: { answer: '', happenedOn: agency.today, paperGivenBack: false } });
  const { errors } = form.formState;
  const past = t`请写今天或以前的日子。`;

  const submit = form.handleSubmit(async ({ answer, happenedOn, paperGivenBack }) => {
    setProblem(null);
    const { data, error } = await record({
      input: { volunteerId, happenedOn, clear: answer === 'CLEAR', paperGivenBack },
    });
    if (!data) return setProblem(<RequestFault error={error} />);
    answered(data.recordCheck, {
      done: () => {
        form.reset();
        toast({ message: answer === 'CLEAR' ? t`记下了，从现在起算数。` : t`记下了，全部工作已经暂停。` });
        reload();
      },
      fields: (fields) => {
        const twice = fields.some(({ code }) => code === 'RECORDED_ALREADY');
        form.setError('happenedOn', { message: twice ? t`这一天的已经记过了。` : past });
      },
      problem: setProblem,
      reload,
    });
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下答复</Trans>}
      busy={fetching}
      problem={problem}
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
        {...form.register('answer', { required: t`请选答复。` })}
      />
      <TextInput
        type="date"
        label={t`答复的日子`}
        max={agency.today}
        error={errors.happenedOn?.message}
        {...form.register('happenedOn', { validate: (day) => (day !== '' && day <= agency.today) || past })}
      />
      <Checkbox
        label={t`我看过证明，已经还给本人，没有留复印件，也没有拍照`}
        description={t`没有勾的，会列在“记录查询”上，等您还给本人。`}
        {...form.register('paperGivenBack')}
      />
    </Form>
  );
}
