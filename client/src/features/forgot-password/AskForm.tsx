import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import type { MessageChannel } from '../../gql/graphql.js';
import { ASK_PASSWORD_RESET } from './forgot-password.operations.js';

/** Asks for a code or link. What follows looks the same whether or not there is such an account. */
export function AskForm({ asked }: { readonly asked: (channel: MessageChannel) => void }) {
  const { t } = useLingui();
  const [{ fetching }, ask] = useMutation(ASK_PASSWORD_RESET);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError } = useKeptForm<{ identifier: string }>({
    draft: 'forgot',
    defaultValues: { identifier: '' },
  });
  const submit = handleSubmit(async ({ identifier }) => {
    setProblem(null);
    const { data, error } = await ask({ input: { identifier: identifier.trim() } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.askPasswordReset;
    switch (result.__typename) {
      case 'CodeAsked':
        return asked(result.channel);
      case 'InvalidInput':
        return setError('identifier', { message: t`请填写手机号，或完整的邮箱。` });
      case 'TooManyAttempts': {
        const minutes = Math.ceil(result.retryAfterSeconds / 60);
        return setProblem(t`发的次数太多了。请过 ${plural(minutes, { other: '# 分钟' })}再试，或者打电话给机构。`);
      }
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={<Trans>发送</Trans>} busy={fetching} problem={problem}>
      <TextInput
        label={t`登录用的手机号或邮箱`}
        autoComplete="username"
        inputMode="email"
        size="md"
        error={formState.errors.identifier?.message}
        {...register('identifier', { required: t`请填写手机号，或完整的邮箱。` })}
      />
    </Form>
  );
}
