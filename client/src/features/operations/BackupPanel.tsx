// How old the last good backups are, and what to do about it. Nothing here tells where they lie.
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { ageOf, toneOf } from './backup-view.js';
import { DrillStanding } from './DrillStanding.js';
import { BACKUP_STATE } from './operations.operations.js';
import styles from './operations.module.css';

interface Run {
  readonly finishedAt: string;
  readonly rowCount: number;
  readonly fileCount: number;
}

/** As they are typed: the same in every language. */
const COMMANDS = {
  rows: 'npm run backup -- /backups --keep 14',
  keys: 'npm run keys:backup -- /media/keys --keep 14',
};

export function BackupPanel() {
  const { t } = useLingui();
  const format = useFormat();
  const [{ data, error }, load] = useQuery({ query: BACKUP_STATE });
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={4} />;
  const { rows, keys, restored, drill, failedAt, overdue, days } = data.backupState;
  const failed = failedAt ? format.instant(failedAt) : undefined;
  return (
    <section aria-label={t`备份`} className={styles['backups']}>
      <h2>
        <Trans>备份</Trans>
      </h2>
      <Facts>
        <Fact name={<Trans>数据和文件</Trans>}>
          <BackupAge run={rows} days={days} />
        </Fact>
        <Fact name={<Trans>数据密钥</Trans>}>
          <BackupAge run={keys} days={days} />
        </Fact>
      </Facts>
      {failed === undefined ? null : (
        <p>
          <StateBadge tone="waiting">
            <Trans>{failed}的一次备份没有做成</Trans>
          </StateBadge>
        </p>
      )}
      {overdue ? (
        <p>
          <Plural
            value={days}
            other="请负责服务器的人现在备份：最近 # 天里，数据或密钥没有做成过备份。先运行第一条命令，再把第二条的结果存到另一处。"
          />
        </p>
      ) : null}
      {overdue ? (
        <p className={styles['code']}>
          <code>{COMMANDS.rows}</code>
          <br />
          <code>{COMMANDS.keys}</code>
        </p>
      ) : null}
      <Facts>
        <Fact name={<Trans>恢复演练</Trans>}>
          <DrillStanding drill={drill} />
        </Fact>
        {restored ? <Fact name={<Trans>从备份恢复过</Trans>}>{format.instant(restored.finishedAt)}</Fact> : null}
      </Facts>
    </section>
  );
}

function BackupAge({ run, days }: { readonly run: Run | null | undefined; readonly days: number }) {
  const format = useFormat();
  const now = new Date();
  const tone = toneOf(run?.finishedAt, days, now);
  if (!run) {
    return (
      <StateBadge tone={tone}>
        <Trans>还没有备份</Trans>
      </StateBadge>
    );
  }
  const { unit, count } = ageOf(run.finishedAt, now);
  const age: ReactNode =
    unit === 'HOURS' ? <Plural value={count} other="# 小时前" /> : <Plural value={count} other="# 天前" />;
  const { rowCount, fileCount } = run;
  return (
    <span className={styles['lines']}>
      <StateBadge tone={tone}>{age}</StateBadge>
      <span className={styles['meaning']}>
        {format.instant(run.finishedAt)} · <Plural value={rowCount} other="# 行" />
        {fileCount > 0 ? (
          <>
            {' '}
            · <Plural value={fileCount} other="# 个文件" />
          </>
        ) : null}
      </span>
    </span>
  );
}
