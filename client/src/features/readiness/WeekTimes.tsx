import { Trans } from '@lingui/react/macro';
import type { WeeklyTime } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './readiness.module.css';

/** Weekly free times, one a line. */
export function WeekTimes({ times }: { readonly times: readonly Omit<WeeklyTime, '__typename'>[] }) {
  const format = useFormat();
  if (times.length === 0) return <Trans>还没有填写</Trans>;
  return (
    <ul className={styles['times']}>
      {times.map((time) => (
        <li key={`${time.weekday}-${time.startMinute}`}>{format.weeklyTime(time)}</li>
      ))}
    </ul>
  );
}
