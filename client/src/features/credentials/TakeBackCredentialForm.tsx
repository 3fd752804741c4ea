import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { TAKE_BACK_REASONS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import type { TakeBackReason } from '../../gql/graphql.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { REFUSAL_WORDS, useCredentialWords } from './credential-words.js';
import { TAKE_BACK_CREDENTIAL } from './credentials.operations.js';

interface TakeBackCredentialFormProps {
  readonly credentialId: string;
  readonly reload: () => void;
}

/** The row goes on standing and says that it was a mistake. */
export function TakeBackCredentialForm({ credentialId, reload }: TakeBackCredentialFormProps) {
  const { t, i18n } = useLingui();
  const words = useCredentialWords();
  const [{ fetching }, takeBack] = useMutation(TAKE_BACK_CREDENTIAL);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useForm<{ readonly reason: TakeBackReason | '' }>({ defaultValues: { reason: '' } });
  const submit = form.handleSubmit(async ({ reason }) => {
    setProblem(null);
    if (reason === '') return;
    const { data, error } = await takeBack({ input: { staffCredentialId: credentialId, reason } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.takeBackCredential;
    switch (result.__typename) {
      case 'StaffMember':
        return reload();
      case 'CredentialRefused':
        return setProblem(i18n._(REFUSAL_WORDS[result.why]));
      case 'InvalidInput':
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
      default:
        return assertUnreachable(result);
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
        description={t`这份会留在这里，写明不再算数。`}
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
