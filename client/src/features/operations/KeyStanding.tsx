import { Plural, Trans } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { UpkeepStateQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Standing } from './Standing.js';
import styles from './operations.module.css';
import { exportVerdict, ringVerdict, toneOfVerdict } from './upkeep-view.js';

type Keys = UpkeepStateQuery['upkeepState']['keys'];

const ROTATE = 'npm run keys:rotate';
const EXPORT = 'npm run keys:export -- --out /media/usb/shares';
const CHECK = 'npm run keys:import -- --check';

/** The ring: its names and ages, and whether every data key is wrapped with the newest. */
export function RingStanding({ keys }: { readonly keys: Keys }) {
  const { ring, notRewrapped, closed } = keys;
  const verdict = ringVerdict(keys, new Date());
  const tone = toneOfVerdict(verdict);
  const detail = <RingNames ring={ring} />;
  switch (verdict) {
    case 'CLOSED':
      return (
        <Standing
          tone={tone}
          words={<Plural value={closed} other="有 # 把数据密钥打不开" />}
          detail={detail}
          now={<Trans>请负责服务器的人把缺的主密钥放回 APP_KEYS，重新启动。没有它，这些人的资料读不出来。</Trans>}
        />
      );
    case 'NOT_REWRAPPED':
      return (
        <Standing
          tone={tone}
          words={<Plural value={notRewrapped} other="还有 # 把数据密钥没有换到新的主密钥" />}
          detail={detail}
          now={<Trans>平台会在后台接着换；过一会儿还在，请运行：</Trans>}
          command={ROTATE}
        />
      );
    case 'OLD':
      return (
        <Standing
          tone={tone}
          words={<Trans>已经用了一年以上</Trans>}
          detail={detail}
          now={<Trans>主密钥每年至少换一次，知道它的人离开时也要换。请运行：</Trans>}
          command={ROTATE}
        />
      );
    case 'GOOD':
      return <Standing tone={tone} words={<Trans>都打得开</Trans>} detail={detail} />;
    default:
      return assertUnreachable(verdict);
  }
}

function RingNames({ ring }: { readonly ring: Keys['ring'] }) {
  const format = useFormat();
  return (
    <>
      {ring.map(({ name, since }, index) => {
        const day = since ? format.day(since) : undefined;
        return (
          <span key={name} className={styles['ringKey']}>
            {name}
            {day === undefined ? null : (
              <>
                {' · '}
                <Trans>{day}起</Trans>
              </>
            )}
            {index === 0 ? null : (
              <>
                {' · '}
                <Trans>旧的，还能打开以前的备份</Trans>
              </>
            )}
          </span>
        );
      })}
    </>
  );
}

/** The ring on paper: how old, which generation, and whether it still is the ring. */
export function ExportStanding({ exported }: { readonly exported: Keys['exported'] }) {
  const format = useFormat();
  const verdict = exportVerdict(exported, new Date());
  const tone = toneOfVerdict(verdict);
  const on = exported ? format.instant(exported.exportedAt) : '';
  const { generation = '', shares = 0, threshold = 0 } = exported ?? {};
  const detail = exported ? (
    <Trans>
      {on} · 批次 {generation} · 共 {shares} 份，凑够 {threshold} 份才能打开
    </Trans>
  ) : undefined;
  switch (verdict) {
    case 'NEVER':
      return (
        <Standing
          tone={tone}
          words={<Trans>还没有打印过</Trans>}
          now={<Trans>主密钥丢了，所有备份都读不出。请把它分成几份打印，交给几个人分别保管：</Trans>}
          command={EXPORT}
        />
      );
    case 'OUTDATED':
      return (
        <Standing
          tone={tone}
          words={<Trans>主密钥后来换过，分片打不开新的资料</Trans>}
          detail={detail}
          now={<Trans>请重新打印一批，收回并销毁旧的：</Trans>}
          command={EXPORT}
        />
      );
    case 'OLD':
      return (
        <Standing
          tone={tone}
          words={<Trans>打印了一年以上</Trans>}
          detail={detail}
          now={<Trans>请几位保管人一起核对一次，看分片还在不在、合不合得成：</Trans>}
          command={CHECK}
        />
      );
    case 'GOOD':
      return <Standing tone={tone} words={<Trans>与现在的主密钥一致</Trans>} detail={detail} />;
    default:
      return assertUnreachable(verdict);
  }
}
