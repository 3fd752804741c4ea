import { Trans } from '@lingui/react/macro';
import { IconKey } from '@tabler/icons-react';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useSession } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { passkeysWork, signWithPasskey, useWaitWords } from '../factors/index.js';
import { ASK_PASSKEY_SIGN_IN, SIGN_IN_BY_PASSKEY } from './sign-in.operations.js';
import styles from './sign-in.module.css';

/** Signing in with finger, face or the device's PIN, and no password; nothing where the browser cannot. */
export function PasskeySignIn() {
  const wait = useWaitWords();
  const { reload } = useSession();
  const [, ask] = useMutation(ASK_PASSKEY_SIGN_IN);
  const [, enter] = useMutation(SIGN_IN_BY_PASSKEY);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  if (!passkeysWork()) return null;

  const signIn = async (): Promise<ReactNode> => {
    const asked = await ask({});
    if (!asked.data) return <RequestFault error={asked.error} />;
    const request = asked.data.askPasskeySignIn;
    if (request.__typename === 'TooManyAttempts') return wait(request.retryAfterSeconds);
    const answer = await signWithPasskey(request.request);
    if (answer === undefined) return <Trans>没有用上通行密钥。可以再试一次，或者用密码登录。</Trans>;
    const { data, error } = await enter({ input: { answer } });
    if (!data) return <RequestFault error={error} />;
    const result = data.signInByPasskey;
    switch (result.__typename) {
      case 'Viewer':
        await reload(); // the page around leads on as soon as the session stands
        return null;
      case 'SignInFailed':
        return <Trans>这个通行密钥在这里不能登录。请用密码登录，再到“我的账号”里看一看。</Trans>;
      default:
        return assertUnreachable(result);
    }
  };
  const press = async (): Promise<void> => {
    setProblem(null);
    setBusy(true);
    setProblem(await signIn());
    setBusy(false);
  };
  return (
    <div className={styles['passkey']}>
      <div>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconKey size={18} stroke={1.75} aria-hidden />}
          onClick={() => void press()}
        >
          <Trans>用通行密钥登录</Trans>
        </Button>
      </div>
      {problem ? <div role="alert">{problem}</div> : null}
    </div>
  );
}
