import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ActivityForm } from './ActivityForm.js';
import { PLANNING } from './activities.operations.js';

/** A new plan, which is a draft until a second person has read its risks. */
export default function NewActivityPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { today } = useViewer().agency;
  const [address] = useSearchParams();
  const [{ data, error }, load] = useQuery({ query: PLANNING, requestPolicy: 'cache-and-network' });
  return (
    <Page
      title={t`计划一个活动`}
      width="narrow"
      lead={<Trans>可以先写一部分，保存成草稿，以后接着写。写下的风险只有工作人员看得到。</Trans>}
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data ? (
        <LoadingState lines={8} />
      ) : data.venues.length === 0 ? (
        <p>
          <Trans>
            还没有场地。请先<Link to="/agency/activities/venues">添加一个场地</Link>。
          </Trans>
        </p>
      ) : (
        <Card>
          <ActivityForm
            planning={data}
            onDate={address.get('day') ?? today}
            saved={(id) => void navigate(`/agency/activities/${encodeURIComponent(id)}`)}
          />
        </Card>
      )}
    </Page>
  );
}
