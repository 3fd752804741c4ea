import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { BEGIN_PASSKEY, CONFIRM_PASSKEY } from './factors.operations.js';
import { PasswordForm } from './PasswordForm.js';
import { makePasskey } from './passkeys.js';
import type { Outcome } from './FactorForm.js';
import { useStepUp } from './use-step-up.js';
import { useWaitWords } from './use-wait-words.js';

const LONGEST_NAME = 60;

/** First the password, as for the app. */
export function BeginPasskey({ begun }: { readonly begun: (request: string) => void }) {
  const { t } = useLingui();
  const wait = useWaitWords();
  const { dialog, through } = useStepUp();
  const [{ fetching }, begin] = useMutation(BEGIN_PASSKEY);
  const submit = async (password: string): Promise<Outcome> => {
    const { data, error } = await through(
      () => begin({ input: { password } }),
      (got) => got.data?.beginPasskey,
    );
    if (!data) return { problem: <RequestFault error={error} /> };
    const result = data.beginPasskey;
    switch (result.__typename) {
      case 'PasskeyCreation':
        begun(result.request);
        return undefined;
      case 'SignInFailed':
        return { wrong: t`现在的密码不对，请再看一看。` };
      case 'StepUpNeeded':
        return { problem: <Trans>先要确认是您本人，才能继续。</Trans> };
      case 'TooManyAttempts':
        return { problem: wait(result.retryAfterSeconds) };
      default:
        return assertUnreachable(result);
    }
  };
  return (
    <>
      <PasswordForm submit={submit} submitLabel={<Trans>下一步</Trans>} busy={fetching} />
      {dialog}
    </>
  );
}

export interface MakePasskeyProps {
  readonly request: string;
  readonly added: (recoveryCodes: readonly string[] | undefined) => void;
  readonly again: () => void;
}

/** A name to know it by; then the device asks for finger, face or PIN. */
export function MakePasskey({ request, added, again }: MakePasskeyProps) {
  const { t } = useLingui();
  const [{ fetching }, confirm] = useMutation(CONFIRM_PASSKEY);
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState } = useForm<{ name: string }>({ defaultValues: { name: '' } });
  const send = handleSubmit(async ({ name }) => {
    setProblem(null);
    setMaking(true);
    const made = await makePasskey(request);
    setMaking(false);
    if ('not' in made) {
      return setProblem(
        made.not === 'ALREADY_THERE' ? (
          <Trans>这台设备上已经有您的通行密钥，直接用它登录就好。</Trans>
        ) : (
          <Trans>没有做成，什么也没有改变。请再试一次；这台设备做不了的话，可以改用验证器。</Trans>
        ),
      );
    }
    const { data, error } = await confirm({ input: { name, answer: made.answer } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.confirmPasskey;
    switch (result.__typename) {
      case 'FactorAdded':
        return added(result.recoveryCodes ?? undefined);
      case 'InvalidInput':
      case 'NotFound':
        return setProblem(<Trans>没有做成，什么也没有改变。请重新开始。</Trans>);
      default:
        return assertUnreachable(result);
    }
  });
  return (
    <Form
      onSubmit={(event) => void send(event)}
      submitLabel={<Trans>做一个通行密钥</Trans>}
      busy={making || fetching}
      problem={problem}
      aside={
        <Button variant="subtle" onClick={again}>
          <Trans>重新开始</Trans>
        </Button>
      }
    >
      <TextInput
        label={t`给它起个名字`}
        description={t`好认就行，例如“我的手机”“办公室电脑”。下一步设备会请您按指纹、看一眼或输入锁屏密码。`}
        size="md"
        maxLength={LONGEST_NAME}
        error={formState.errors.name?.message}
        {...register('name', { validate: (name) => name.trim() !== '' || t`请起个名字。` })}
      />
    </Form>
  );
}
