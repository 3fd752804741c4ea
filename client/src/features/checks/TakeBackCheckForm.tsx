import { Trans, useLingui } from '@lingui/react/macro';
import { TAKE_BACK_REASONS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import type { TakeBackReason } from '../../gql/graphql.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REFUSED, useReasonWords } from './check-words.js';
import { TAKE_BACK_CHECK } from './checks.operations.js';

interface TakeBackCheckFormProps {
  readonly recordCheckId: string;
  readonly reload: () => void;
}

/** A check is never changed: it goes on standing and says that it was a mistake; the right one is added beside it. */
export function TakeBackCheckForm({ recordCheckId, reload }: TakeBackCheckFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const reasonOf = useReasonWords();
  const [{ fetching }, takeBack] = useMutation(TAKE_BACK_CHECK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useForm<{ readonly reason: TakeBackReason | '' }>({ defaultValues: { reason: '' } });

  const submit = form.handleSubmit(async ({ reason }) => {
    setProblem(null);
    if (reason === '') return;
    const { data, error } = await takeBack({ input: { recordCheckId, reason } });
    const result = data?.takeBackCheck;
    if (!result) return setProblem(<RequestFault error={error} />);
    switch (result.__typename) {
      case 'ServiceChecks':
        toast({ message: t`这条不再算数。正确的，请另外记下。` });
        return reload();
      case 'FactRefused':
        return setProblem(i18n._(REFUSED[result.why]));
      case 'InvalidInput':
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
    }
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
          ...TAKE_BACK_REASONS.map(({ code }) => ({ value: code, label: reasonOf(code) })),
        ]}
        error={form.formState.errors.reason?.message}
        {...form.register('reason', { required: t`请选一个原因。` })}
      />
    </Form>
  );
}
