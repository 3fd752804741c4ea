import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { HelperCounts } from './HelperCounts.js';
import { HELPER_JOURNEY, HELPER_JOURNEYS } from './helping.operations.js';
import styles from './helping.module.css';
import { JourneyCard } from './JourneyCard.js';

/** Those who were helped and help: each one's way, for the case team alone. */
export default function HelpersPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: HELPER_JOURNEYS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`助人自助`}
      lead={<Trans>得到过帮助的孩子和家长，也可以帮助别人。和他们得到的帮助没有关系，随时可以不做。</Trans>}
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : data.helperJourneys.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>还没有人开始</Trans>}>
          <p>
            <Trans>孩子或家长说想帮助别人时，在孩子的页面上可以开始。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {data.helperJourneys.map((one) => (
            <li key={one.id}>
              <JourneyCard journey={readFragment(HELPER_JOURNEY, one)} reload={reload} />
            </li>
          ))}
        </ul>
      )}
      {may('helping.count') ? <HelperCounts /> : null}
      <WhoSees permission="helping.read" />
    </Page>
  );
}
