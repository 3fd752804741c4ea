import { Trans, useLingui } from '@lingui/react/macro';
import { Navigate } from 'react-router';
import { LinkButton } from '../../ui/button/Button.js';
import { pathOfFace } from '../../app/session/face-path.js';
import { useSession } from '../../app/session/session-context.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { CreateAgencyForm } from './CreateAgencyForm.js';

/** The first run: an agency and its director; afterwards this page only points to the sign-in. */
export default function SetupPage() {
  const { t } = useLingui();
  const session = useSession();
  if (session.status === 'loading') return <LoadingState />;
  if (session.status === 'failed') return <ErrorState page error={session.error} retry={() => void session.reload()} />;
  if (session.viewer) return <Navigate replace to={pathOfFace(session.viewer.face)} />;
  if (!session.platform.needsSetup) {
    return (
      <EmptyState
        heading="h1"
        title={<Trans>机构已经建立好了</Trans>}
        action={
          <LinkButton to="/sign-in">
            <Trans>去登录</Trans>
          </LinkButton>
        }
      >
        <p>
          <Trans>需要账号的话，请联系机构负责人。</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <Page
      title={t`建立您的机构`}
      width="narrow"
      lead={<Trans>第一次使用，先登记机构和负责人。之后再设置规则、同事和名单，每一步都可以慢慢来。</Trans>}
    >
      <Card>
        <CreateAgencyForm />
      </Card>
    </Page>
  );
}
