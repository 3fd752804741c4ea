import { Trans, useLingui } from '@lingui/react/macro';
import { TAKE_BACK_REASONS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import type { TakeBackReason } from '../../gql/graphql.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useVolunteerWords } from './fact-words.js';
import { useFactAnswer } from './use-fact-answer.js';
import { TAKE_BACK_FACT } from './volunteer-page.operations.js';

interface TakeBackFormProps {
  readonly factId: string;
  readonly reload: () => void;
}

/** A record is never changed: it goes on standing and says that it was a mistake; the right one is added beside it. */
export function TakeBackForm({ factId, reload }: TakeBackFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useVolunteerWords();
  const answered = useFactAnswer();
  const [{ fetching }, takeBack] = useMutation(TAKE_BACK_FACT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useForm<{ readonly reason: TakeBackReason | '' }>({ defaultValues: { reason: '' } });

  const submit = form.handleSubmit(async ({ reason }) => {
    setProblem(null);
    if (reason === '') return;
    const { data, error } = await takeBack({ input: { factId, reason } });
    if (!data) return setProblem(<RequestFault error={error} />);
    answered(data.takeBackFact, {
      done: () => {
        toast({ message: t`这条不再算数。正确的，请另外记下。` });
        reload();
      },
      fields: () => undefined,
      problem: setProblem,
      reload,
    });
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>说明记错了</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`错在哪里`}
        description={t`这条会留在这里，写明不再算数。`}
        data={[
          { value: '', label: t`请选一个` },
          ...TAKE_BACK_REASONS.map(({ code }) => ({ value: code, label: words.reason(code) })),
        ]}
        error={form.formState.errors.reason?.message}
        {...form.register('reason', { required: t`请选一个原因。` })}
      />
    </Form>
  );
}
