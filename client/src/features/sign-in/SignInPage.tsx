import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { afterSignIn } from '../../app/session/face-path.js';
import { useSession, type Platform } from '../../app/session/session-context.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { CompanyNotice } from '../../app/session/CompanyNotice.js';
import { CompanySignIn } from './CompanySignIn.js';
import { DemoLogins } from './DemoLogins.js';
import { PasskeySignIn } from './PasskeySignIn.js';
import { PausedNotice } from './PausedNotice.js';
import styles from './sign-in.module.css';
import { SignInForm, type Credentials } from './SignInForm.js';

const NOTHING: Credentials = { identifier: '', password: '' };

export default function SignInPage() {
  const { t } = useLingui();
  const session = useSession();
  const [params] = useSearchParams();
  const [filled, setFilled] = useState<Credentials>(NOTHING);
  if (session.status === 'failed') return <ErrorState page error={session.error} retry={() => void session.reload()} />;
  const ready = session.status === 'ready' ? session : undefined;
  if (ready?.platform.needsSetup) return <Navigate replace to="/setup" />;
  if (ready?.viewer) return <Navigate replace to={afterSignIn(params.get('next'), ready.viewer.face)} />;
  const demo: Platform | undefined = ready?.platform.demo ? ready.platform : undefined;
  return (
    <Page
      title={t`登录`}
      width={demo ? 'normal' : 'narrow'}
      lead={
        <Trans>
          用机构登记的手机号或邮箱登录。家长不需要登录：请打开社会工作者给您的链接，或者<Link to="/code">输入代码</Link>
          。
        </Trans>
      }
    >
      {params.has('next') ? <PausedNotice /> : null}
      <CompanyNotice />
      <div className={styles['sides']} data-demo={demo !== undefined}>
        <Card>
          {/* A demo login fills a fresh form; the person still presses the button. */}
          <SignInForm key={filled.identifier} start={filled} />
          <PasskeySignIn />
          <CompanySignIn />
        </Card>
        {demo ? <DemoLogins platform={demo} fill={setFilled} chosen={filled.identifier} /> : null}
      </div>
    </Page>
  );
}
