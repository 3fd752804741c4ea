import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { CopyField } from '../../ui/copy/CopyField.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { COMPANY_SIGN_INS, END_COMPANY_SIGN_IN } from './company-sign-ins.operations.js';
import styles from './company-sign-ins.module.css';
import { SignInForm, type CompanyChoice, type KeptSignIn } from './SignInForm.js';

/** Companies whose people come in by the company's own sign-in, as the director keeps them. */
export default function CompanySignInsPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: COMPANY_SIGN_INS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const companies = (data?.volunteerTeams ?? []).filter(({ kind, state }) => kind === 'COMPANY' && state === 'ACTIVE');
  return (
    <Page
      title={t`用公司账号登录`}
      lead={
        <Trans>
          公司的联系人和员工可以从公司自己的登录页进来，只打开公司和员工的页面。同事和接触孩子的志愿者不能这样登录：管公司账号的人不应该能打开孩子的资料。
        </Trans>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={5} />
      ) : (
        <>
          {data.companySignIns.signIns.length === 0 ? (
            <p>
              <Trans>还没有公司这样登录。手机号、邮箱和密码照常可用。</Trans>
            </p>
          ) : (
            <ul className={styles['list']}>
              {data.companySignIns.signIns.map((signIn) => (
                <li key={signIn.id}>
                  <SignInCard signIn={signIn} companies={companies} reload={reload} />
                </li>
              ))}
            </ul>
          )}
          <Section
            title={<Trans>添加一家公司</Trans>}
            lead={
              <Trans>请公司的技术人员在登录系统（OpenID Connect）里登记下面的网址，再把他们给的几项填在这里。</Trans>
            }
          >
            <CopyField label={t`请公司登记的返回网址`} value={data.companySignIns.redirectUri} />
            <Card>
              <SignInForm companies={companies} saved={reload} />
            </Card>
          </Section>
        </>
      )}
      <WhoSees permission="setting.change" />
    </Page>
  );
}

interface CardProps {
  readonly signIn: KeptSignIn;
  readonly companies: readonly CompanyChoice[];
  readonly reload: () => void;
}

function SignInCard({ signIn, companies, reload }: CardProps) {
  const { t } = useLingui();
  const { name, issuer, startPath, tied, state, version } = signIn;
  return (
    <Card>
      <div className={styles['head']}>
        <h2 lang={dataLang(name)}>{name}</h2>
        <StateBadge tone={state === 'ACTIVE' ? 'good' : 'quiet'}>
          {state === 'ACTIVE' ? <Trans>在用</Trans> : <Trans>停用了</Trans>}
        </StateBadge>
      </div>
      <p className={styles['quiet']}>
        <code>{issuer}</code>
      </p>
      {state === 'ACTIVE' ? (
        <>
          <p className={styles['quiet']}>
            <Plural value={tied} other="# 人关联了" />
          </p>
          <CopyField label={t`给公司员工的网址`} value={`${window.location.origin}${startPath}`} />
          <details data-print="no">
            <summary>
              <Trans>更改“{name}”</Trans>
            </summary>
            <SignInForm key={version} known={signIn} companies={companies} saved={reload} />
          </details>
          <EndSignIn signIn={signIn} ended={reload} />
        </>
      ) : null}
    </Card>
  );
}

function EndSignIn({ signIn, ended }: { readonly signIn: KeptSignIn; readonly ended: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [{ fetching }, end] = useMutation(END_COMPANY_SIGN_IN);
  const confirm = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await end({ id: signIn.id });
    if (!data) return setProblem(<RequestFault error={error} />);
    // Ended meanwhile by somebody else: what was asked for is so.
    setAsking(false);
    toast({ message: t`停用了，关联也都取消了。` });
    ended();
  };
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>停用</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        onConfirm={confirm}
        busy={fetching}
        title={t`停用这家公司的登录？`}
        confirmLabel={<Trans>停用</Trans>}
      >
        <p>
          <Trans>
            马上没有人能再从公司的登录页进来，关联都会取消。已经登录的人可以用完这一次，以后用手机号或邮箱。
          </Trans>
        </p>
        {problem}
      </ConfirmDialog>
    </div>
  );
}
