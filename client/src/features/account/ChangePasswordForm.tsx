import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { PasswordInput } from '../../ui/fields/fields.js';
import { failureOf } from '../../app/graphql/failure.js';
import { PASSWORD_MIN } from '../../app/session/password.js';
import { useSession } from '../../app/session/session-context.js';
import { Form, FormFault } from '../../ui/form/Form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useStepUp, useWaitWords } from '../factors/index.js';
import { CHANGE_PASSWORD } from './account.operations.js';

interface Passwords {
  readonly current: string;
  readonly next: string;
}

export function ChangePasswordForm() {
  const { t } = useLingui();
  const toast = useToast();
  const { reload } = useSession();
  const [{ fetching }, change] = useMutation(CHANGE_PASSWORD);
  const { dialog, through } = useStepUp();
  const wait = useWaitWords();
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError, reset } = useForm<Passwords>({
    defaultValues: { current: '', next: '' },
  });
  const tooWeak = t`请用至少 ${PASSWORD_MIN} 个字符。一句您记得住的话就很好。`;

  const submit = handleSubmit(async (input) => {
    setProblem(null);
    const { data, error } = await through(
      () => change({ input }),
      (got) => got.data?.changePassword,
    );
    if (!data) {
      const failure = error ? failureOf(error) : undefined;
      setProblem(<FormFault reference={failure?.kind === 'FAULT' ? failure.reference : undefined} />);
      return;
    }
    const result = data.changePassword;
    switch (result.__typename) {
      case 'Viewer':
        reset();
        toast({ message: t`密码改好了。其他设备需要重新登录。` });
        await reload();
        return;
      case 'SignInFailed':
        setError('current', { message: t`现在的密码不对，请再看一看。` });
        return;
      case 'InvalidInput':
        setError('next', { message: tooWeak });
        return;
      case 'StepUpNeeded':
        setProblem(<Trans>先要确认是您本人，才能继续。</Trans>);
        return;
      case 'TooManyAttempts':
        setProblem(wait(result.retryAfterSeconds));
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <>
      <Form
        onSubmit={(event) => void submit(event)}
        submitLabel={<Trans>修改密码</Trans>}
        busy={fetching}
        problem={problem}
      >
        <PasswordInput
          label={t`现在的密码`}
          autoComplete="current-password"
          error={formState.errors.current?.message}
          {...register('current', { required: t`请填写现在的密码。` })}
        />
        <PasswordInput
          label={t`新密码`}
          description={t`至少 ${PASSWORD_MIN} 个字符。`}
          autoComplete="new-password"
          error={formState.errors.next?.message}
          {...register('next', { required: tooWeak, minLength: { value: PASSWORD_MIN, message: tooWeak } })}
        />
      </Form>
      {dialog}
    </>
  );
}
