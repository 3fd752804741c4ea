import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { MyTeamDay } from './MyTeamDay.js';
import { MY_TEAM_DAYS, MY_TEAM_DAYS_PART } from './team-day.operations.js';

/** Somebody's own days with a team: what is still missing, each one tap from done. */
export default function MyTeamDaysPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_TEAM_DAYS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const mine = data && readFragment(MY_TEAM_DAYS_PART, data.myTeamDays);
  return (
    <Page
      title={t`和团队来的日子`}
      width="narrow"
      lead={<Trans>还差什么，都在这里做完；来不了，也在这里说一声。</Trans>}
    >
      {error && !mine ? (
        <ErrorState error={error} retry={reload} />
      ) : !mine ? (
        <LoadingState lines={5} />
      ) : mine.days.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>现在没有约好的日子</Trans>}>
          <p>
            <Trans>您的团队约好一天以后，会把链接发给您；打开链接就可以报名。</Trans>
          </p>
        </EmptyState>
      ) : (
        mine.days.map((day) => <MyTeamDay key={day.id} own={day} ownName={mine.ownName} reload={reload} />)
      )}
      <p>
        <Link to="/volunteer/team-days/after">
          <Trans>和团队服务过的日子：时间和证明</Trans>
        </Link>
      </p>
    </Page>
  );
}
