import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { RENEW_RECOVERY_CODES } from './factors.operations.js';
import { PasswordForm } from './PasswordForm.js';
import type { Outcome } from './FactorForm.js';
import type { StepUp } from './use-step-up.js';
import { useWaitWords } from './use-wait-words.js';

export interface RenewFormProps {
  readonly through: StepUp['through'];
  readonly cancel: () => void;
  readonly renewed: (codes: readonly string[]) => void;
}

export function RenewForm({ through, cancel, renewed }: RenewFormProps) {
  const { t } = useLingui();
  const wait = useWaitWords();
  const [{ fetching }, renew] = useMutation(RENEW_RECOVERY_CODES);
  const submit = async (password: string): Promise<Outcome> => {
    const { data, error } = await through(
      () => renew({ input: { password } }),
      (got) => got.data?.renewRecoveryCodes,
    );
    if (!data) return { problem: <RequestFault error={error} /> };
    const result = data.renewRecoveryCodes;
    switch (result.__typename) {
      case 'RecoveryCodes':
        renewed(result.codes);
        return undefined;
      case 'SignInFailed':
        return { wrong: t`现在的密码不对，请再看一看。` };
      case 'NotFound':
        return { problem: <Trans>先加上一道登录保护，才有恢复码。</Trans> };
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
      <p>
        <Trans>会有十个新的恢复码，以前的都不能再用。</Trans>
      </p>
      <PasswordForm
        submit={submit}
        submitLabel={<Trans>换一组</Trans>}
        busy={fetching}
        aside={
          <Button variant="default" onClick={cancel}>
            <Trans>先不换</Trans>
          </Button>
        }
      />
    </>
  );
}
