import { Plural, Trans } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { BackupStateQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Standing } from './Standing.js';
import { drillVerdict, toneOfVerdict } from './upkeep-view.js';

const DRILL = 'npm run drill -- /backups --keys /media/keys';

/** Whether a backup was ever brought back, and lived. */
export function DrillStanding({ drill }: { readonly drill: BackupStateQuery['backupState']['drill'] }) {
  const format = useFormat();
  const verdict = drillVerdict(drill, new Date());
  const tone = toneOfVerdict(verdict);
  const at = drill ? format.instant(drill.finishedAt) : '';
  const rowCount = drill?.rowCount ?? 0;
  switch (verdict) {
    case 'NEVER':
      return (
        <Standing
          tone={tone}
          words={<Trans>还没有演练过</Trans>}
          now={<Trans>没有恢复过的备份，不知道好不好用。请试着恢复到一个临时的库里：</Trans>}
          command={DRILL}
        />
      );
    case 'FAILED':
      return (
        <Standing
          tone={tone}
          words={<Trans>上次演练没有成功</Trans>}
          detail={
            <>
              {at} · <Problem code={drill?.problem ?? ''} />
            </>
          }
          now={<Trans>请负责服务器的人今天就查清楚：真要恢复时，也会是这样。查好以后再演练一次：</Trans>}
          command={DRILL}
        />
      );
    case 'OLD':
      return (
        <Standing
          tone={tone}
          words={<Trans>上次演练是一个多月以前</Trans>}
          detail={at}
          now={<Trans>每月演练一次：</Trans>}
          command={DRILL}
        />
      );
    case 'GOOD':
      return (
        <Standing
          tone={tone}
          words={<Trans>演练成功</Trans>}
          detail={
            <>
              {at} · <Plural value={rowCount} other="核对了 # 行" />
            </>
          }
        />
      );
    default:
      return assertUnreachable(verdict);
  }
}

function Problem({ code }: { readonly code: string }) {
  switch (code) {
    case 'REFUSED':
      return <Trans>没有找到完整的备份，或者备份与密钥不配套</Trans>;
    case 'AUDIT_NOT_WHOLE':
      return <Trans>恢复出来的操作记录不完整</Trans>;
    case 'ERASED_READABLE':
      return <Trans>有已经删除的人又能读出来</Trans>;
    case 'NAMES_CLOSED':
      return <Trans>恢复出来的名字有的打不开</Trans>;
    default:
      return <Trans>做到一半停了</Trans>;
  }
}
