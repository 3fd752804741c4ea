import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ActivityCard } from './ActivityCard.js';
import { CHILD_ACTIVITIES } from './child-activities.operations.js';
import styles from './child-activities.module.css';

/** Open activities for the child of a personal link: what happens there, who comes, and whether the child does. */
export default function ChildActivitiesPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: CHILD_ACTIVITIES, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data && failureOf(error).kind !== 'SIGNED_OUT') return <ErrorState page error={error} retry={reload} />;
  if (!data && !error) return <LoadingState lines={6} />;
  const list = data?.childActivities?.list;
  return (
    <Page
      title={t`孩子可以参加的活动`}
      width="narrow"
      lead={<Trans>来不来，孩子自己说了算，您再替孩子报名。随时可以不来，当天也可以，不会影响别的帮助。</Trans>}
    >
      <div className={styles['stack']}>
        {list === undefined ? (
          <EmptyState drawing={<OpenWindow />} title={<Trans>请要一个新的链接</Trans>}>
            <p>
              <Trans>这个链接已经不能用了。打电话给您的社会工作者，马上就能有新的。</Trans>
            </p>
          </EmptyState>
        ) : list.length === 0 ? (
          <EmptyState drawing={<OpenWindow />} title={<Trans>现在没有可以报名的活动</Trans>}>
            <p>
              <Trans>有新的活动时，社会工作者会告诉您。</Trans>
            </p>
          </EmptyState>
        ) : (
          list.map((one) => <ActivityCard key={one.activityId} activity={one} reload={reload} />)
        )}
        <p>
          <Link to="/guardian">
            <Trans>回到您的页面</Trans>
          </Link>
        </p>
      </div>
    </Page>
  );
}
