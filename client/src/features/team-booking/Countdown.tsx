import { Trans, useLingui } from '@lingui/react/macro';
import { IconClock } from '@tabler/icons-react';
import { useFormat } from '../../ui/format/use-format.js';
import { timeLeft } from './booking-form.js';
import styles from './team-booking.module.css';

interface CountdownProps {
  readonly seconds: number;
  /** Until when, for those who would rather read a time. */
  readonly until: string;
}

/** What is left of a hold or an offer. It is not read out each second; the time beside it stays. */
export function Countdown({ seconds, until }: CountdownProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { days, hours, minutes, seconds: rest } = timeLeft(seconds);
  const text =
    days > 0
      ? t`${days} 天 ${hours} 小时`
      : hours > 0
        ? t`${hours} 小时 ${minutes} 分`
        : t`${minutes} 分 ${String(rest).padStart(2, '0')} 秒`;
  return (
    <p className={styles['countdown']}>
      <IconClock size={22} stroke={1.75} aria-hidden />
      <strong role="timer" aria-live="off">
        <Trans>还有 {text}</Trans>
      </strong>
      <span className={styles['quiet']}>
        <Trans>到 {format.instant(until)} 为止</Trans>
      </span>
    </p>
  );
}
