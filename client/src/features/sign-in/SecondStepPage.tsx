import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { afterSignIn } from '../../app/session/face-path.js';
import { useSession } from '../../app/session/session-context.js';
import type { ConfirmSignInMutation, FactorMethod, TypedFactor } from '../../gql/graphql.js';
import { LinkButton } from '../../ui/button/Button.js';
import { PathsApart } from '../../ui/drawings/PathsApart.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { FactorForm, signWithPasskey, useWaitWords, type Outcome } from '../factors/index.js';
import {
  ASK_STEP_PASSKEY,
  CONFIRM_SIGN_IN,
  CONFIRM_SIGN_IN_BY_PASSKEY,
  PENDING_SIGN_IN,
} from './sign-in.operations.js';
import styles from './sign-in.module.css';

/** After the password: that it is really them. The browser keeps by a cookie where it was, so a reload loses nothing. */
export default function SecondStepPage() {
  const session = useSession();
  const [params] = useSearchParams();
  const [{ data, error }, load] = useQuery({ query: PENDING_SIGN_IN, requestPolicy: 'network-only' });
  const [ended, setEnded] = useState(false);
  const viewer = session.status === 'ready' ? session.viewer : undefined;
  if (viewer) return <Navigate replace to={afterSignIn(params.get('next'), viewer.face)} />;
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={3} />;
  if (ended || !data.pendingSignIn) return <Ended next={params.get('next')} />;
  return <SecondStep methods={data.pendingSignIn.methods} ended={() => setEnded(true)} />;
}

function SecondStep({ methods, ended }: { readonly methods: readonly FactorMethod[]; readonly ended: () => void }) {
  const { t } = useLingui();
  const wait = useWaitWords();
  const { reload } = useSession();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [{ fetching }, confirm] = useMutation(CONFIRM_SIGN_IN);
  const [, ask] = useMutation(ASK_STEP_PASSKEY);
  const [, confirmByPasskey] = useMutation(CONFIRM_SIGN_IN_BY_PASSKEY);
  const submit = async (method: TypedFactor, code: string): Promise<Outcome> => {
    const { data, error } = await confirm({ input: { method, code } });
    if (!data) return { problem: <RequestFault error={error} /> };
    return outcomeOf(data.confirmSignIn);
  };
  const sign = async (): Promise<Outcome> => {
    const asked = await ask({});
    if (!asked.data) return { problem: <RequestFault error={asked.error} /> };
    const request = asked.data.askStepPasskey;
    if (request.__typename === 'SignInEnded') return outcomeOf(request);
    const answer = await signWithPasskey(request.request);
    if (answer === undefined) return { problem: <Trans>没有用上通行密钥，可以再试一次。</Trans> };
    const { data, error } = await confirmByPasskey({ input: { answer } });
    return data ? outcomeOf(data.confirmSignInByPasskey) : { problem: <RequestFault error={error} /> };
  };
  const outcomeOf = async (result: ConfirmSignInMutation['confirmSignIn']): Promise<Outcome> => {
    switch (result.__typename) {
      case 'Viewer':
        await reload();
        await navigate(afterSignIn(params.get('next'), result.face), { replace: true });
        return undefined;
      case 'FactorWrong': {
        const left = result.triesLeft ?? 0;
        return { wrong: t`不对，或者已经用过。请看看最新的，还可以试 ${plural(left, { other: '# 次' })}。` };
      }
      case 'SignInEnded':
        ended();
        return undefined;
      case 'TooManyAttempts':
        return { problem: wait(result.retryAfterSeconds) };
      default:
        return assertUnreachable(result);
    }
  };
  return (
    <Page title={t`再确认一步`} width="narrow" lead={<Trans>密码对了。再确认一步，别人就算知道了密码也进不来。</Trans>}>
      <Card>
        <FactorForm methods={methods} submit={submit} sign={sign} submitLabel={<Trans>登录</Trans>} busy={fetching} />
      </Card>
      <p className={styles['quiet']}>
        <Trans>手机、通行密钥和恢复码都不在身边了？请当面找机构负责人，他们可以为您重设。</Trans>
      </p>
    </Page>
  );
}

function Ended({ next }: { readonly next: string | null }) {
  return (
    <EmptyState
      heading="h1"
      drawing={<PathsApart />}
      title={<Trans>请重新登录</Trans>}
      action={
        <LinkButton to={next === null ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`}>
          <Trans>去登录</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>这一步十分钟内有效，只能试五次，要在填密码的那个浏览器里完成。</Trans>
      </p>
    </EmptyState>
  );
}
