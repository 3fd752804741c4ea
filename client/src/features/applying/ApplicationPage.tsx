import { Trans, useLingui } from '@lingui/react/macro';
import { readApplyCode } from '@tongxing/shared/rules';
import { useParams } from 'react-router';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { PathsApart } from '../../ui/drawings/PathsApart.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ApplyForm } from './ApplyForm.js';
import { SentView } from './SentView.js';
import { useDraft } from './use-draft.js';

/** An application by its code: the form as long as it is not sent, then how far it has come. */
export default function ApplicationPage() {
  const { code: typed = '' } = useParams();
  const code = readApplyCode(typed);
  return code === undefined ? <Unknown /> : <Known key={code} code={code} />;
}

function Known({ code }: { readonly code: string }) {
  const { t } = useLingui();
  const applying = useDraft(code);
  switch (applying.status) {
    case 'LOADING':
      return <LoadingState lines={5} />;
    case 'UNKNOWN':
      return <Unknown />;
    case 'FAILED':
      return (
        <Page title={t`您的报名`} width="narrow" lead={<Trans>现在没有网络，这台设备上也没有存着这份报名。</Trans>}>
          <div>
            <Button onClick={applying.reload}>
              <Trans>再试一次</Trans>
            </Button>
          </div>
        </Page>
      );
    case 'READY':
      return applying.own && applying.own.state !== 'STARTED' ? (
        <SentView code={code} own={applying.own} applying={applying} />
      ) : (
        <ApplyForm code={code} applying={applying} />
      );
  }
}

/** A code that was never there and one that is over look alike. */
function Unknown() {
  return (
    <EmptyState
      heading="h1"
      drawing={<PathsApart />}
      title={<Trans>找不到这份报名</Trans>}
      action={
        <LinkButton to="/apply/back">
          <Trans>找回我的报名</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>代码可能有一个字打错了，或者这份报名已经过了保存的时间。</Trans>
      </p>
    </EmptyState>
  );
}
