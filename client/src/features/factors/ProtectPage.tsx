import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { pathOfFace } from '../../app/session/face-path.js';
import { useSession, type Viewer } from '../../app/session/session-context.js';
import { LinkButton } from '../../ui/button/Button.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { Steps } from '../../ui/steps/Steps.js';
import { BeginApp, ScanApp, type Setup } from './AppGuide.js';
import { ChooseKind, type Kind } from './ChooseKind.js';
import { BeginPasskey, MakePasskey } from './PasskeyGuide.js';
import { passkeysWork } from './passkeys.js';
import { RecoveryCodes } from './RecoveryCodes.js';
import styles from './factors.module.css';

/** The guide to a second step: one question a screen, and nothing counts before it was shown to work. */
export default function ProtectPage() {
  const session = useSession();
  if (session.status === 'loading') return <LoadingState lines={4} />;
  if (session.status === 'failed') return <ErrorState page error={session.error} retry={() => void session.reload()} />;
  if (!session.viewer) return <Navigate replace to="/sign-in?next=/protect" />;
  return <Guide viewer={session.viewer} />;
}

type At =
  | { readonly step: 'choose' }
  | { readonly step: 'password'; readonly kind: Kind }
  | { readonly step: 'connect'; readonly app: Setup }
  | { readonly step: 'connect'; readonly passkey: string }
  | { readonly step: 'codes'; readonly codes: readonly string[] }
  | { readonly step: 'done' };
const ORDER = ['choose', 'password', 'connect', 'codes', 'done'] as const;

/** A browser without passkeys is not asked; a link may have chosen already. */
function useStart(): At {
  const [params] = useSearchParams();
  if (!passkeysWork() || params.get('with') === 'app') return { step: 'password', kind: 'TOTP' };
  return params.get('with') === 'passkey' ? { step: 'password', kind: 'PASSKEY' } : { step: 'choose' };
}

function Guide({ viewer }: { readonly viewer: Viewer }) {
  const { t } = useLingui();
  const start = useStart();
  const [at, setAt] = useState<At>(start);
  const titles: Readonly<Record<At['step'], string>> = {
    choose: t`给登录加一道保护`,
    password: t`给登录加一道保护`,
    connect: 'passkey' in at ? t`做一个通行密钥` : t`连上您的验证器`,
    codes: t`留好恢复码`,
    done: t`登录保护设好了`,
  };
  const labels: Readonly<Record<At['step'], string>> = {
    choose: t`选一种`,
    password: t`确认是您`,
    connect: t`连上`,
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
  const { refresh } = useSession();
  const added = (codes: readonly string[] | undefined): void => {
    void refresh(); // what was asked for is there: the other pages open again
    setAt(codes ? { step: 'codes', codes } : { step: 'done' });
  };
  return (
    <Page
      title={titles[at.step]}
      width="narrow"
      lead={<Lead at={at} overdue={viewer.secondFactorDuty?.overdue ?? false} />}
    >
      <div data-print="no">
        <Steps label={t`设置登录保护`} steps={steps} />
      </div>
      <Card>
        <Step at={at} go={setAt} added={added} again={() => setAt(start)} />
        {at.step === 'done' ? <Done home={pathOfFace(viewer.face)} /> : null}
      </Card>
    </Page>
  );
}

interface StepProps {
  readonly at: At;
  readonly go: (at: At) => void;
  readonly added: (codes: readonly string[] | undefined) => void;
  readonly again: () => void;
}

function Step({ at, go, added, again }: StepProps) {
  switch (at.step) {
    case 'choose':
      return <ChooseKind choose={(kind) => go({ step: 'password', kind })} />;
    case 'password':
      return at.kind === 'TOTP' ? (
        <BeginApp begun={(app) => go({ step: 'connect', app })} />
      ) : (
        <BeginPasskey begun={(passkey) => go({ step: 'connect', passkey })} />
      );
    case 'connect':
      return 'app' in at ? (
        <ScanApp setup={at.app} added={added} again={again} />
      ) : (
        <MakePasskey request={at.passkey} added={added} again={again} />
      );
    case 'codes':
      return <RecoveryCodes codes={at.codes} done={() => go({ step: 'done' })} />;
    case 'done':
      return null;
  }
}

function Done({ home }: { readonly home: string }) {
  return (
    <div className={styles['codes']}>
      <p>
        <Trans>下次登录会多确认一步。换手机、添加或移除，都在“我的账号”里。</Trans>
      </p>
      <div className={styles['actions']}>
        <LinkButton to={home}>
          <Trans>回到我的页面</Trans>
        </LinkButton>
        <LinkButton variant="default" to={`${home}/account`}>
          <Trans>查看我的账号</Trans>
        </LinkButton>
      </div>
    </div>
  );
}

function Lead({ at, overdue }: { readonly at: At; readonly overdue: boolean }) {
  switch (at.step) {
    case 'choose':
      return overdue ? (
        <Trans>
          机构请每位同事登录时多确认一步，给您的准备时间已经过了。设好以后其他页面马上打开，大约三分钟；需要帮忙，请找机构负责人。
        </Trans>
      ) : (
        <Trans>您的账号能看到孩子和家庭的资料。加上一步确认，别人就算知道了密码也进不来。大约三分钟就好。</Trans>
      );
    case 'password':
      return <Trans>先填一次密码，确认是您本人在操作。</Trans>;
    case 'connect':
      return 'passkey' in at ? (
        <Trans>通行密钥留在您的设备里，不会发给任何人。</Trans>
      ) : (
        <Trans>连上以后，登录时除了密码，再填验证器上的六位数字。</Trans>
      );
    case 'codes':
      return <Trans>手机丢了或换了，用这些码还能进来。它们只显示这一次。</Trans>;
    case 'done':
      return <Trans>谢谢您。您和孩子们的资料更安全了。</Trans>;
  }
}
