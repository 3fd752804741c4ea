import { useLingui } from '@lingui/react/macro';
import { useState, type DragEvent } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format/use-format.js';
import type { MonthProps } from './ActivityList.js';
import type { MonthDay } from './month-view.js';
import styles from './activities.module.css';
import { canMove } from './move-form.js';
import { MoveButton } from './MoveButton.js';
import { useActivityWords } from './use-activity-words.js';

export interface MonthTableProps extends MonthProps {
  readonly today: string;
  /** Each of seven days from Monday on. */
  readonly weeks: readonly (readonly MonthDay[])[];
}
const DRAGGED = 'text/plain';

/** A month or a week as a table, each activity a link in its day; what is open is dragged to another day. */
export function MonthTable({ title, weeks, today, activities, ask }: MonthTableProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useActivityWords();
  const [over, setOver] = useState<string>();
  const drop = (event: DragEvent, day: string): void => {
    event.preventDefault();
    setOver(undefined);
    const activity = activities.find(({ id }) => id === event.dataTransfer.getData(DRAGGED));
    if (activity && activity.onDate !== day) ask?.(activity, day);
  };
  const dropOn = (day: string) =>
    ask && day >= today
      ? {
          onDragOver: (event: DragEvent) => {
            event.preventDefault();
            setOver(day);
          },
          onDragLeave: () => setOver(undefined),
          onDrop: (event: DragEvent) => drop(event, day),
        }
      : {};
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
              <td
                key={day}
                data-day={day}
                data-inside={inside}
                data-today={day === today}
                data-over={day === over}
                {...dropOn(day)}
              >
                <time className={styles['number']} dateTime={day}>
                  {Number(day.slice(8))}
                </time>
                <ul>
                  {activities
                    .filter(({ onDate }) => onDate === day)
                    .map((activity) => (
                      <li
                        key={activity.id}
                        data-off={activity.state === 'CANCELLED'}
                        draggable={ask !== undefined && canMove(activity, today)}
                        onDragStart={(event) => event.dataTransfer.setData(DRAGGED, activity.id)}
                      >
                        <Link
                          to={`/agency/activities/${encodeURIComponent(activity.id)}`}
                          lang={words.themeLang(activity)}
                          draggable={false}
                        >
                          {words.theme(activity)}
                        </Link>
                        <span className={styles['small']}>
                          {words.hours(activity)} · {words.state(activity.state)}
                        </span>
                        <MoveButton activity={activity} ask={ask} />
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
