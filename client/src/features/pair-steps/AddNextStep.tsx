import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ADD_NEXT_STEP } from './next-steps.operations.js';
import styles from './pair-steps.module.css';

interface Typed {
  readonly text: string;
  readonly dueOn: string;
}

/** A worker writes down what the two agreed on; the volunteer finds it on the phone. */
export default function AddNextStep({
  companionshipId,
  done,
}: {
  readonly companionshipId: string;
  readonly done: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, add] = useMutation(ADD_NEXT_STEP);
  const [requestId, setRequestId] = useState(newRequestId);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Typed>({ draft: `next-step.${companionshipId}`, defaultValues: { text: '', dueOn: '' } });
  const submit = form.handleSubmit(async ({ text, dueOn }) => {
    setProblem(null);
    const { data, error } = await add({ input: { companionshipId, text, dueOn: dueOn || null, requestId } });
    const result = data?.addNextStep;
    if (!result) return setProblem(<RequestFault error={error} />);
    if (result.__typename === 'CompanionshipStep') {
      form.forget();
      form.reset({ text: '', dueOn: '' });
      setRequestId(newRequestId());
      toast({ message: t`写下了，志愿者在手机上看得到。` });
      return done();
    }
    if (result.__typename !== 'InvalidInput') {
      return setProblem(<CommonRefusal kind={result.__typename} reload={done} />);
    }
    const many = result.fields.some(({ code }) => code === 'TOO_MANY');
    setProblem(
      many ? (
        <Trans>已经有八件事没有做到。先做到或拿掉几件，再加新的。</Trans>
      ) : (
        <Trans>请写两百字以内的一件事；日子从今天起，一年以内。</Trans>
      ),
    );
  });
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>加上</Trans>} busy={fetching} problem={problem}>
      <div className={styles['pairOfFields']}>
        <TextInput
          label={t`接下来做一件什么事`}
          description={t`小一点，做得到；不写孩子的真名。`}
          maxLength={200}
          error={form.formState.errors.text ? t`请写几个字。` : undefined}
          {...form.register('text', { validate: (text) => text.trim() !== '' })}
        />
        <TextInput type="date" label={t`哪天以前（可以空着）`} min={today} {...form.register('dueOn')} />
      </div>
    </Form>
  );
}
