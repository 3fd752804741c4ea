import { Plural, Trans } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { UpkeepStateQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Standing } from './Standing.js';
import { anchorVerdict, jobsVerdict, schemaVerdict, toneOfVerdict } from './upkeep-view.js';

type Upkeep = UpkeepStateQuery['upkeepState'];

const UPGRADE = 'npm run upgrade -- /backups';
const VERIFY = 'npm run audit:verify';

/** The database against the program that runs. */
export function SchemaStanding({ schema, version }: { readonly schema: Upkeep['schema']; readonly version: string }) {
  const verdict = schemaVerdict(schema);
  const tone = toneOfVerdict(verdict);
  const { applied, pending, unknown } = schema;
  const detail = (
    <>
      <Trans>程序版本 {version}</Trans> · <Plural value={applied} other="数据库走过 # 步升级" />
    </>
  );
  switch (verdict) {
    case 'NEWER':
      return (
        <Standing
          tone={tone}
          words={<Plural value={unknown} other="数据库比正在运行的程序新 # 步" />}
          detail={detail}
          now={<Trans>请负责服务器的人把这里的程序也更新到同一版，再重新启动。</Trans>}
        />
      );
    case 'PENDING':
      return (
        <Standing
          tone={tone}
          words={<Plural value={pending} other="还有 # 步升级没有做" />}
          detail={detail}
          now={<Trans>请先停下服务，再运行：</Trans>}
          command={UPGRADE}
        />
      );
    case 'GOOD':
      return <Standing tone={tone} words={<Trans>与程序一致</Trans>} detail={detail} />;
    default:
      return assertUnreachable(verdict);
  }
}

/** What of the agency's audit is written down outside the database. */
export function AnchorStanding({ anchor }: { readonly anchor: Upkeep['anchor'] }) {
  const format = useFormat();
  const verdict = anchorVerdict(anchor, new Date());
  const tone = toneOfVerdict(verdict);
  const { anchoredAt, behind } = anchor;
  const at = anchoredAt ? format.instant(anchoredAt) : '';
  const detail = anchoredAt ? <Trans>最近一次：{at}</Trans> : undefined;
  switch (verdict) {
    case 'MISMATCH':
      return (
        <Standing
          tone={tone}
          words={<Trans>与库外的记录对不上</Trans>}
          detail={detail}
          now={<Trans>操作记录可能被改过或截短过。请告诉机构负责人和审计人员，并运行：</Trans>}
          command={VERIFY}
        />
      );
    case 'NEVER':
    case 'BEHIND':
      return (
        <Standing
          tone={tone}
          words={<Plural value={behind} other="有 # 条操作记录还没有锚定" />}
          detail={detail}
          now={<Trans>请负责服务器的人看看锚定的文件夹（AUDIT_ANCHOR_DIR）写不写得进、磁盘满没满。</Trans>}
        />
      );
    case 'GOOD':
      return <Standing tone={tone} words={<Trans>已锚定</Trans>} detail={detail} />;
    default:
      return assertUnreachable(verdict);
  }
}

/** Jobs that wait; those that stopped stand in the list below. */
export function JobsStanding({ jobs }: { readonly jobs: Upkeep['jobs'] }) {
  const format = useFormat();
  const verdict = jobsVerdict(jobs, new Date());
  const tone = toneOfVerdict(verdict);
  const { due, running, later, oldestDueAt } = jobs;
  const since = oldestDueAt ? format.instant(oldestDueAt) : '';
  const detail = (
    <>
      <Plural value={running} other="正在做 # 件" /> · <Plural value={later} other="到时候再做 # 件" />
    </>
  );
  switch (verdict) {
    case 'STUCK':
      return (
        <Standing
          tone={tone}
          words={<Plural value={due} other="有 # 件到时间了没有人做" />}
          detail={
            <>
              <Trans>最早的一件从{since}等到现在</Trans> · {detail}
            </>
          }
          now={<Trans>请负责服务器的人看看处理任务的进程（WORKERS，或单独的 worker）是不是在运行。</Trans>}
        />
      );
    case 'GOOD':
      return <Standing tone={tone} words={<Trans>没有积压</Trans>} detail={detail} />;
    default:
      return assertUnreachable(verdict);
  }
}
