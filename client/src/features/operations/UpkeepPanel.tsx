// How keys, database, audit anchor and jobs stand, and what to do about each. Nothing about anybody.
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AnchorStanding, JobsStanding, SchemaStanding } from './MachineStanding.js';
import { ExportStanding, RingStanding } from './KeyStanding.js';
import { UPKEEP_STATE } from './operations.operations.js';
import styles from './operations.module.css';

export function UpkeepPanel() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: UPKEEP_STATE });
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={6} />;
  const { version, schema, keys, anchor, jobs } = data.upkeepState;
  return (
    <>
      <section aria-label={t`密钥`} className={styles['backups']}>
        <h2>
          <Trans>密钥</Trans>
        </h2>
        <Facts>
          <Fact name={<Trans>主密钥</Trans>}>
            <RingStanding keys={keys} />
          </Fact>
          <Fact name={<Trans>打印的分片</Trans>}>
            <ExportStanding exported={keys.exported} />
          </Fact>
        </Facts>
      </section>
      <section aria-label={t`数据库和任务`} className={styles['backups']}>
        <h2>
          <Trans>数据库和任务</Trans>
        </h2>
        <Facts>
          <Fact name={<Trans>数据库结构</Trans>}>
            <SchemaStanding schema={schema} version={version} />
          </Fact>
          <Fact name={<Trans>操作记录锚定</Trans>}>
            <AnchorStanding anchor={anchor} />
          </Fact>
          <Fact name={<Trans>后台任务</Trans>}>
            <JobsStanding jobs={jobs} />
          </Fact>
        </Facts>
      </section>
    </>
  );
}
