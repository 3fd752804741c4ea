import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { IncidentCard } from './IncidentCard.js';
import { INCIDENTS } from './incidents.operations.js';
import styles from './incidents.module.css';
import { StartForm } from './StartForm.js';

/** What happened and what was practised, each with times that the clock has measured. */
export default function IncidentsPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: INCIDENTS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`突发事件和演练`}
      lead={<Trans>按下“开始”，每做一步记一笔，时间由系统来量。不要写孩子的名字。</Trans>}
    >
      {may('incident.record') ? (
        <Section title={<Trans>开始记录</Trans>}>
          <Card>
            <StartForm reload={reload} />
          </Card>
        </Section>
      ) : null}
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={5} />
      ) : data.incidents.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>还没有记录</Trans>}>
          <p>
            <Trans>演练一次，就知道真的出事时几分钟能点完名。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {data.incidents.map((incident) => (
            <li key={incident.id}>
              <IncidentCard incident={incident} reload={reload} />
            </li>
          ))}
        </ul>
      )}
      <WhoSees permission="incident.read" />
    </Page>
  );
}
