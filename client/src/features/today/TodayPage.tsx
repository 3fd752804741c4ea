import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { MovingDesk } from '../../ui/drawings/MovingDesk.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ConsentTasks } from '../consent-ledger/index.js';
import { TodayLine } from './TodayLine.js';
import { waiting, type TodayCounts } from './today-items.js';
import { TODAY } from './today.operations.js';
import styles from './today.module.css';

/** What needs me, in order, each one click from done; nothing else. */
export default function TodayPage() {
  const { t } = useLingui();
  const viewer = useViewer();
  const format = useFormat();
  const [{ data, error }, load] = useQuery({ query: TODAY, requestPolicy: 'cache-and-network' });
  const { name } = viewer;
  return (
    <Page title={t`今天`} lead={`${format.dayOfWeek(viewer.agency.today)} · ${t`${name}，您好`}`}>
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : data ? (
        <TodayBoard counts={data.today} />
      ) : (
        <LoadingState />
      )}
    </Page>
  );
}

function TodayBoard({ counts }: { readonly counts: TodayCounts }) {
  const { roles } = useViewer();
  const may = useMay();
  const items = waiting(counts, may);
  const begun = counts.volunteersTotal > 0 || counts.childrenWaiting > 0;
  return (
    <>
      {items.length > 0 ? (
        <ul className={styles['lines']}>
          {items.map((item) => (
            <TodayLine key={item.count} item={item} value={counts[item.count]} since={counts.uncoveredSince ?? null} />
          ))}
        </ul>
      ) : null}
      {!begun && may('roster.stage') ? (
        <EmptyState
          drawing={<MovingDesk />}
          title={<Trans>从名单开始</Trans>}
          action={
            <Button component={Link} to="/agency/imports">
              <Trans>导入名单</Trans>
            </Button>
          }
        >
          <p>
            <Trans>导入志愿者和儿童的名单以后，这里会告诉您每天先做什么。原来的表格可以直接用。</Trans>
          </p>
        </EmptyState>
      ) : items.length === 0 ? (
        <EmptyState drawing={<MovingDesk />} title={<Trans>今天没有等您处理的事</Trans>}>
          <p>
            <Trans>新的建议、家庭的回音和快到期的手续，会出现在这里。</Trans>
          </p>
        </EmptyState>
      ) : null}
      {roles.includes('SUPERVISOR') ? (
        <p>
          <Link to="/agency/supervised">
            <Trans>看看我督导的志愿者：名额、暂停和有空的时间</Trans>
          </Link>
        </p>
      ) : null}
      {may('consent.record') ? <ConsentTasks /> : null}
      {begun && may('volunteer.read') ? (
        <Section title={<Trans>现在的情况</Trans>}>
          <div className={styles['standing']}>
            <Link to="/agency/volunteers?standing=READY" className={styles['figure']}>
              <strong>
                {counts.volunteersReady}
                <small> / {counts.volunteersTotal}</small>
              </strong>
              <span>
                <Trans>名志愿者今天可以服务，共 {counts.volunteersTotal} 名</Trans>
              </span>
            </Link>
            <Link to="/agency/children?waiting=true" className={styles['figure']}>
              <strong>{counts.childrenWaiting}</strong>
              <span>
                <Plural value={counts.childrenWaiting} other="名儿童在等一位陪伴者" />
              </span>
            </Link>
          </div>
        </Section>
      ) : null}
    </>
  );
}
