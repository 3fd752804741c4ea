import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format/use-format.js';
import type { MonthProps } from './ActivityList.js';
import type { MonthDay } from './month-view.js';
import styles from './activities.module.css';
import { useActivityWords } from './use-activity-words.js';

export interface MonthTableProps extends MonthProps {
  readonly today: string;
  /** Each of seven days from Monday on. */
  readonly weeks: readonly (readonly MonthDay[])[];
}

/** A month or a week as a table, each activity a link in its day. */
export function MonthTable({ title, weeks, today, activities }: MonthTableProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useActivityWords();
  return (
    <table className={styles['month']} data-weeks={weeks.length}>
      <caption>{t`${title}的活动`}</caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday} scope="col">
              {format.weekday(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map(({ day, inside }) => (
              <td key={day} data-inside={inside} data-today={day === today}>
                <time className={styles['number']} dateTime={day}>
                  {Number(day.slice(8))}
                </time>
                <ul>
                  {activities
                    .filter(({ onDate }) => onDate === day)
                    .map((activity) => (
                      <li key={activity.id} data-off={activity.state === 'CANCELLED'}>
                        <Link
                          to={`/agency/activities/${encodeURIComponent(activity.id)}`}
                          lang={words.themeLang(activity)}
                        >
                          {words.theme(activity)}
                        </Link>
                        <span className={styles['small']}>
                          {words.hours(activity)} · {words.state(activity.state)}
                        </span>
                      </li>
                    ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
