import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useMutation } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REMOVE_FACTOR } from './factors.operations.js';
import { PasswordForm } from './PasswordForm.js';
import type { Factor } from './factor.js';
import type { Outcome } from './FactorForm.js';
import type { StepUp } from './use-step-up.js';
import { useWaitWords } from './use-wait-words.js';

export interface RemoveFormProps {
  readonly factor: Factor;
  /** Whether only the password is left afterwards. */
  readonly last: boolean;
  readonly through: StepUp['through'];
  readonly cancel: () => void;
  readonly removed: () => void;
}

/** Asks for the password, and for a second factor where none was shown lately. */
export function RemoveForm({ factor, last, through, cancel, removed }: RemoveFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const wait = useWaitWords();
  const [{ fetching }, remove] = useMutation(REMOVE_FACTOR);
  const submit = async (password: string): Promise<Outcome> => {
    const { data, error } = await through(
      () => remove({ input: { factorId: factor.id, password } }),
      (got) => got.data?.removeFactor,
    );
    if (!data) return { problem: <RequestFault error={error} /> };
    const result = data.removeFactor;
    switch (result.__typename) {
      case 'MyFactors':
      case 'NotFound': // it was gone already: what was asked for is so
        toast({ message: t`移除了。` });
        removed();
        return undefined;
      case 'LastFactor':
        return { problem: <Trans>您的职责需要至少一道登录保护。请先添加另一道，再移除这一道。</Trans> };
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
      <p>
        {last ? (
          <Trans>移除以后登录只靠密码，恢复码也一起作废。随时可以再加上。</Trans>
        ) : (
          <Trans>移除以后不能再用它登录，其他的照常使用。</Trans>
        )}
      </p>
      <PasswordForm
        submit={submit}
        submitLabel={<Trans>移除</Trans>}
        busy={fetching}
        aside={
          <Button variant="default" onClick={cancel}>
            <Trans>先不移除</Trans>
          </Button>
        }
      />
    </>
  );
}
