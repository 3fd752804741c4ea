import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { SERVICE_HOLDS } from './team-impact.operations.js';

/** For whoever holds a certificate of service: does it hold, or not; nothing of anybody. */
export default function ServiceCheckPage() {
  const { t } = useLingui();
  const { number = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: SERVICE_HOLDS,
    variables: { number },
    requestPolicy: 'network-only',
  });
  return (
    <Page
      title={t`这份服务证明还有效吗？`}
      width="narrow"
      lead={<Trans>这里只回答有效或者无效，不显示任何人的姓名。</Trans>}
    >
      <Card>
        {error && !data ? (
          <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
        ) : !data ? (
          <LoadingState lines={2} />
        ) : data.serviceCertificateHolds ? (
          <p role="status">
            <StateBadge tone="good">
              <Trans>这份服务证明有效</Trans>
            </StateBadge>
          </p>
        ) : (
          <p role="status">
            <StateBadge tone="refused">
              <Trans>没有一份有效的服务证明用这个编号</Trans>
            </StateBadge>
          </p>
        )}
      </Card>
    </Page>
  );
}
