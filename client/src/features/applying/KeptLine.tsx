import { Trans } from '@lingui/react/macro';
import { IconCloudCheck, IconDeviceMobile, IconAlertTriangle } from '@tabler/icons-react';
import styles from './applying.module.css';
import type { Kept } from './use-draft.js';

/** Where what was typed stands: never a doubt whether it is lost. */
export function KeptLine({ kept, begun }: { readonly kept: Kept; readonly begun: boolean }) {
  const [Icon, words] = {
    THERE: begun
      ? ([IconCloudCheck, <Trans key="there">写下的都存好了。</Trans>] as const)
      : ([IconDeviceMobile, <Trans key="nothing">写下的每个字都会存在这台设备上。</Trans>] as const),
    HERE: [IconDeviceMobile, <Trans key="here">写下的都存在这台设备上了，加了密。</Trans>] as const,
    NOWHERE: [
      IconAlertTriangle,
      <Trans key="nowhere">这台设备存不住草稿：请不要关掉这一页，写好一步就按“下一步”。</Trans>,
    ] as const,
  }[kept];
  return (
    <p className={styles['kept']} role="status" data-kept={kept}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>{words}</span>
    </p>
  );
}
