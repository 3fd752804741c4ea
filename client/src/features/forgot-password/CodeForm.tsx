import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { SECOND_STEP } from '../../app/session/face-path.js';
import { PASSWORD_MIN } from '../../app/session/password.js';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { RESET_PASSWORD_BY_CODE } from './forgot-password.operations.js';
import { NewPasswordField } from './NewPasswordField.js';
import { useEntered } from './use-entered.js';

interface Values {
  readonly code: string;
  readonly password: string;
}

/** The code of the SMS and the new password, on one page: a phone that goes to its messages and back loses neither. */
export function CodeForm({ again }: { readonly again: () => void }) {
  const { t } = useLingui();
  const entered = useEntered();
  const navigate = useNavigate();
  const [{ fetching }, reset] = useMutation(RESET_PASSWORD_BY_CODE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError } = useForm<Values>({
    defaultValues: { code: '', password: '' },
  });
  const submit = handleSubmit(async (input) => {
    setProblem(null);
    const { data, error } = await reset({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.resetPasswordByCode;
    switch (result.__typename) {
      case 'Viewer':
        return entered();
      case 'SecondFactorNeeded':
        return navigate(SECOND_STEP, { replace: true });
      case 'CodeWrong':
        return setError('code', { message: t`验证码不对，还可以试 ${plural(result.triesLeft, { other: '# 次' })}。` });
      case 'CodeEnded':
        return setProblem(
          <Trans>这个验证码已经不能用了：用过、过了时间、试得太多，或者是在别的浏览器里要的。请再发一个。</Trans>,
        );
      case 'InvalidInput':
        return setError('password', { type: 'server' });
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>设好新密码并登录</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="subtle" onClick={again}>
          <Trans>再发一个</Trans>
        </Button>
      }
    >
      <TextInput
        label={t`短信里的六位验证码`}
        description={t`10 分钟内有效，只能在这个浏览器里用。`}
        inputMode="numeric"
        autoComplete="one-time-code"
        size="md"
        maxLength={12}
        error={formState.errors.code?.message}
        {...register('code', { required: t`请填写验证码。` })}
      />
      <NewPasswordField
        registered={register('password', { required: true, minLength: PASSWORD_MIN })}
        wrong={formState.errors.password !== undefined}
      />
    </Form>
  );
}
