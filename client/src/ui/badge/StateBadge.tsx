import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconClock,
  IconHandStop,
  IconPlayerPause,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './badge.module.css';

/** good: done, valid · waiting: someone should act · soon: works, ends soon · refused · paused · quiet: over, neutral */
export type Tone = 'good' | 'waiting' | 'soon' | 'refused' | 'paused' | 'quiet';

const ICONS: Readonly<Record<Tone, Icon>> = {
  good: IconCircleCheck,
  waiting: IconAlertCircle,
  soon: IconClock,
  refused: IconHandStop,
  paused: IconPlayerPause,
  quiet: IconCircleDashed,
};

/** A state is always colour and icon and word, so that print and colour-blind readers lose nothing. */
export function StateBadge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const ToneIcon = ICONS[tone];
  return (
    <span className={styles['badge']} data-tone={tone}>
      <ToneIcon size={16} stroke={1.75} aria-hidden />
      {children}
    </span>
  );
}
