import { Trans, useLingui } from '@lingui/react/macro';
import { plural } from '@lingui/core/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { PasswordInput, TextInput } from '../../ui/fields/fields.js';
import { SECOND_STEP } from '../../app/session/face-path.js';
import { failureOf } from '../../app/graphql/failure.js';
import { useSession } from '../../app/session/session-context.js';
import { LinkButton } from '../../ui/button/Button.js';
import { Form, FormFault } from '../../ui/form/Form.js';
import { SIGN_IN } from './sign-in.operations.js';

export interface Credentials {
  readonly identifier: string;
  readonly password: string;
}

export function SignInForm({ start }: { readonly start: Credentials }) {
  const { t } = useLingui();
  const { reload } = useSession();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [{ fetching }, signIn] = useMutation(SIGN_IN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState } = useForm<Credentials>({ defaultValues: start });

  const submit = handleSubmit(async (input) => {
    setProblem(null);
    const { data, error } = await signIn({ input: { ...input, identifier: input.identifier.trim() } });
    if (!data) {
      const failure = error ? failureOf(error) : undefined;
      setProblem(<FormFault reference={failure?.kind === 'FAULT' ? failure.reference : undefined} />);
      return;
    }
    const result = data.signIn;
    switch (result.__typename) {
      case 'Viewer':
        await reload(); // the page around leads on as soon as the session stands
        return;
      case 'SecondFactorNeeded': {
        const next = params.get('next');
        await navigate(next === null ? SECOND_STEP : `${SECOND_STEP}?next=${encodeURIComponent(next)}`);
        return;
      }
      case 'SignInFailed':
        setProblem(<Trans>手机号、邮箱或密码不对，请再看一看。忘了密码，可以用下面的“忘记密码”重设。</Trans>);
        return;
      case 'TooManyAttempts': {
        const minutes = Math.ceil(result.retryAfterSeconds / 60);
        setProblem(t`试的次数太多了。为了保护账号，请过 ${plural(minutes, { other: '# 分钟' })}再试。`);
        return;
      }
      default:
        assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>登录</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <LinkButton variant="subtle" to="/forgot">
          <Trans>忘记密码</Trans>
        </LinkButton>
      }
    >
      <TextInput
        label={t`手机号或邮箱`}
        autoComplete="username"
        inputMode="email"
        size="md"
        error={formState.errors.identifier?.message}
        {...register('identifier', { required: t`请填写手机号或邮箱。` })}
      />
      <PasswordInput
        label={t`密码`}
        autoComplete="current-password"
        size="md"
        error={formState.errors.password?.message}
        {...register('password', { required: t`请填写密码。` })}
      />
    </Form>
  );
}
