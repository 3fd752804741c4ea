import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import type { BeginTotpMutation } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import styles from './factors.module.css';
import { BEGIN_TOTP, CONFIRM_TOTP } from './factors.operations.js';
import { PasswordForm } from './PasswordForm.js';
import type { Outcome } from './FactorForm.js';
import { useStepUp } from './use-step-up.js';
import { useWaitWords } from './use-wait-words.js';

export type Setup = Extract<BeginTotpMutation['beginTotp'], { __typename: 'TotpSetup' }>;

/** First the password: whoever merely found this page open adds nothing. */
export function BeginApp({ begun }: { readonly begun: (setup: Setup) => void }) {
  const { t } = useLingui();
  const wait = useWaitWords();
  const { dialog, through } = useStepUp();
  const [{ fetching }, begin] = useMutation(BEGIN_TOTP);
  const submit = async (password: string): Promise<Outcome> => {
    const { data, error } = await through(
      () => begin({ input: { password } }),
      (got) => got.data?.beginTotp,
    );
    if (!data) return { problem: <RequestFault error={error} /> };
    const result = data.beginTotp;
    switch (result.__typename) {
      case 'TotpSetup':
        begun(result);
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

export interface ScanAppProps {
  readonly setup: Setup;
  readonly added: (recoveryCodes: readonly string[] | undefined) => void;
  readonly again: () => void;
}

/** Scan, or type, and show that it works: only then does it count. */
export function ScanApp({ setup, added, again }: ScanAppProps) {
  const { t } = useLingui();
  const [{ fetching }, confirm] = useMutation(CONFIRM_TOTP);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, formState, setError } = useForm<{ code: string }>({ defaultValues: { code: '' } });
  const send = handleSubmit(async ({ code }) => {
    setProblem(null);
    const { data, error } = await confirm({ input: { code } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.confirmTotp;
    switch (result.__typename) {
      case 'FactorAdded':
        return added(result.recoveryCodes ?? undefined);
      case 'InvalidInput':
        return setError(
          'code',
          { message: t`数字不对。请等验证器换成新的数字再试；还不行，请把手机的时间设为自动。` },
          { shouldFocus: true },
        );
      case 'NotFound':
        return setProblem(<Trans>时间过得久了，这张图已经不能用。请重新开始，会有一张新的。</Trans>);
      default:
        return assertUnreachable(result);
    }
  });
  const picture = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(setup.picture)}`;
  return (
    <div className={styles['scan']}>
      <ol className={styles['how']}>
        <li>
          <Trans>手机上没有验证器的，先在应用商店装一个，例如微软或谷歌的验证器（Authenticator）。</Trans>
        </li>
        <li>
          <Trans>用验证器扫这张图；就在这台手机上的话，点图下面的链接。</Trans>
        </li>
        <li>
          <Trans>把验证器显示的六位数字填在下面。</Trans>
        </li>
      </ol>
      <div className={styles['picture']}>
        <img src={picture} width={200} height={200} alt={t`给验证器扫的二维码`} />
        <a href={setup.address}>
          <Trans>在这台手机的验证器里打开</Trans>
        </a>
        <p className={styles['quiet']}>
          <Trans>扫不了？在验证器里选“输入密钥”，填这一串：</Trans>
        </p>
        <code className={styles['secret']}>{groups(setup.secret)}</code>
      </div>
      <Form
        onSubmit={(event) => void send(event)}
        submitLabel={<Trans>确认，开始保护</Trans>}
        busy={fetching}
        problem={problem}
        aside={
          <Button variant="subtle" onClick={again}>
            <Trans>重新开始</Trans>
          </Button>
        }
      >
        <TextInput
          label={t`验证器显示的六位数字`}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="md"
          maxLength={12}
          error={formState.errors.code?.message}
          {...register('code', { required: t`请填写六位数字。` })}
        />
      </Form>
    </div>
  );
}

/** `ABCDEFGH…` → `ABCD EFGH …`: nobody types thirty-two letters in one go. */
const groups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;
