import { Plural, Trans } from '@lingui/react/macro';
import { daysBetween, localDateIn, type LocalDate } from '@tongxing/shared/kernel';
import { rightsClock } from '@tongxing/shared/rules';
import { useState } from 'react';
import { useViewer } from '../../app/session/session-context.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './rights.module.css';

/** How long there is for an answer, in days that are left. */
export function DueWords({ askedOn, dueOn }: { readonly askedOn: string; readonly dueOn: string }) {
  const format = useFormat();
  const { agency } = useViewer();
  // As of when the page was opened: days do not pass while one reads it.
  const [today] = useState(() => localDateIn(new Date(), agency.timeZone));
  const clock = rightsClock(askedOn as LocalDate, dueOn as LocalDate, today);
  const days = daysBetween(today, dueOn as LocalDate);
  const until = format.day(dueOn);
  if (clock === 'LATE' || clock === 'UNLAWFUL') {
    return (
      <p className={styles['late']}>
        <Trans>答复的期限 {until} 已经过了，请今天答复。</Trans>
      </p>
    );
  }
  return (
    <p>
      <Trans>
        最晚 {until} 答复，还有 <Plural value={days} other="# 天" />。
      </Trans>
    </p>
  );
}
