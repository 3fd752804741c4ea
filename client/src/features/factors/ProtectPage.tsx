import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Navigate } from 'react-router';
import { pathOfFace } from '../../app/session/face-path.js';
import { useSession, type Viewer } from '../../app/session/session-context.js';
import { LinkButton } from '../../ui/button/Button.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { Steps } from '../../ui/steps/Steps.js';
import { BeginApp, ScanApp, type Setup } from './AppGuide.js';
import { RecoveryCodes } from './RecoveryCodes.js';
import styles from './factors.module.css';

/** The guide to a second step: one question a screen, and nothing counts before it was shown to work. */
export default function ProtectPage() {
  const session = useSession();
  if (session.status === 'loading') return <LoadingState lines={4} />;
  if (session.status === 'failed') return <ErrorState error={session.error} retry={() => void session.reload()} />;
  if (!session.viewer) return <Navigate replace to="/sign-in?next=/protect" />;
  return <Guide viewer={session.viewer} />;
}

type At =
  | { readonly step: 'password' }
  | { readonly step: 'app'; readonly setup: Setup }
  | { readonly step: 'codes'; readonly codes: readonly string[] }
  | { readonly step: 'done' };
const ORDER = ['password', 'app', 'codes', 'done'] as const;

function Guide({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useLingui();
  const [at, setAt] = useState<At>({ step: 'password' });
  const titles: Readonly<Record<At['step'], string>> = {
    password: t`给登录加一道保护`,
    app: t`连上您的验证器`,
    codes: t`留好恢复码`,
    done: t`登录保护设好了`,
  };
  const labels: Readonly<Record<At['step'], string>> = {
    password: t`确认是您`,
    app: t`连上验证器`,
    codes: t`留好恢复码`,
    done: t`完成`,
  };
  const now = ORDER.indexOf(at.step);
  const steps = ORDER.map((key, index) => {
    const done = index < now || at.step === 'done';
    return {
      key,
      label: labels[key],
      at: done ? ('done' as const) : index === now ? ('now' as const) : ('ahead' as const),
    };
  });
  return (
    <Page title={titles[at.step]} width="narrow" lead={<Lead step={at.step} />}>
      <div data-print="no">
        <Steps label={t`设置登录保护`} steps={steps} />
      </div>
      <Card>
        {at.step === 'password' ? <BeginApp begun={(setup) => setAt({ step: 'app', setup })} /> : null}
        {at.step === 'app' ? (
          <ScanApp
            setup={at.setup}
            added={(codes) => setAt(codes ? { step: 'codes', codes } : { step: 'done' })}
            again={() => setAt({ step: 'password' })}
          />
        ) : null}
        {at.step === 'codes' ? <RecoveryCodes codes={at.codes} done={() => setAt({ step: 'done' })} /> : null}
        {at.step === 'done' ? (
          <div className={styles['codes']}>
            <p>
              <Trans>下次登录，填好密码以后再确认一步就好。换手机、添加或移除，都在“我的账号”里。</Trans>
            </p>
            <div className={styles['actions']}>
              <LinkButton to={pathOfFace(viewer.face)}>
                <Trans>回到我的页面</Trans>
              </LinkButton>
              <LinkButton variant="default" to={`${pathOfFace(viewer.face)}/account`}>
                <Trans>查看我的账号</Trans>
              </LinkButton>
            </div>
          </div>
        ) : null}
      </Card>
    </Page>
  );
}

function Lead({ step }: { readonly step: At['step'] }) {
  switch (step) {
    case 'password':
      return (
        <Trans>
          您的账号能看到孩子和家庭的资料。加上一步确认，别人就算知道了密码也进不来。大约三分钟，请先拿好手机。
        </Trans>
      );
    case 'app':
      return <Trans>连上以后，登录时除了密码，再填验证器上的六位数字。</Trans>;
    case 'codes':
      return <Trans>手机丢了或换了，用这些码还能进来。它们只显示这一次。</Trans>;
    case 'done':
      return <Trans>谢谢您。您和孩子们的资料更安全了。</Trans>;
  }
}
