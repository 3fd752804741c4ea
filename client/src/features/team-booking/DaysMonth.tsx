import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { TeamDay_AllFragment, TeamDaysQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useActivityWords, weeksOf } from '../activities/index.js';
import { isLiving } from './bookings-view.js';
import styles from './days-month.module.css';
import { tasksOf } from './days-view.js';
import { useBookingWords } from './use-booking-words.js';

export interface DaysMonthProps {
  /** `2026-12`. */
  readonly month: string;
  /** Those that can be looked at, in order. */
  readonly months: readonly string[];
  readonly today: string;
  readonly days: readonly TeamDay_AllFragment[];
  readonly bookings: TeamDaysQuery['myTeamBookings'];
  readonly off: TeamDaysQuery['daysOff'];
  /** As it stands in the filter: the day's page begins with it. */
  readonly people: string;
  readonly show: (month: string) => void;
}

/** A month of days to which a team may come: free places, own bookings and days off; on a phone only days with something. */
export function DaysMonth({ month, months, today, days, bookings, off, people, show }: DaysMonthProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const activity = useActivityWords();
  const words = useBookingWords();
  const at = months.indexOf(month);
  const [before, after] = [at > 0 ? months[at - 1] : undefined, at < 0 ? undefined : months[at + 1]];
  const title = format.month(month);
  return (
    <section className={styles['whole']} aria-label={t`${title}的日历`}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        <div className={styles['buttons']}>
          {before ? (
            <Button variant="default" onClick={() => show(before)}>
              <Trans>上个月</Trans>
            </Button>
          ) : null}
          {after ? (
            <Button variant="default" onClick={() => show(after)}>
              <Trans>下个月</Trans>
            </Button>
          ) : null}
        </div>
      </div>
      <table className={styles['month']}>
        <caption className={styles['hidden']}>{t`${title}可以来的日子`}</caption>
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
          {weeksOf(month).map((week) => (
            <tr key={week[0]?.day}>
              {week.map(({ day, inside }) => {
                const there = inside ? days.filter(({ onDate }) => onDate === day) : [];
                const holiday = inside ? off.find((one) => one.day === day) : undefined;
                const named = i18n.locale === 'en' && holiday?.nameEn ? holiday.nameEn : holiday?.name;
                return (
                  <td
                    key={day}
                    data-inside={inside}
                    data-today={day === today}
                    data-empty={there.length === 0 && (!holiday || holiday.worked)}
                    data-off={holiday?.worked === false}
                  >
                    <time dateTime={day}>
                      <span className={styles['wide']}>{inside ? Number(day.slice(8)) : ''}</span>
                      <span className={styles['phone']}>{format.dayOfWeek(day)}</span>
                    </time>
                    {holiday ? (
                      <span className={styles['small']}>
                        {holiday.worked ? <Trans>上班</Trans> : <Trans>{named}放假</Trans>}
                      </span>
                    ) : null}
                    {there.map((one) => {
                      const own = bookings.find((booking) => booking.day.id === one.id && isLiving(booking));
                      const free = Math.max(0, ...tasksOf(one).map((places) => places.free));
                      const query = people === '' ? '' : `?people=${encodeURIComponent(people)}`;
                      return (
                        <div key={one.id} className={styles['one']} data-own={own !== undefined}>
                          <span id={`${one.id}-day`} lang={activity.themeLang(one)}>
                            {activity.theme(one)}
                          </span>
                          <Link
                            to={`/company/days/${encodeURIComponent(one.id)}${query}`}
                            aria-describedby={`${one.id}-day`}
                          >
                            {own ? (
                              <Trans>我们：{words.state(own.state)}</Trans>
                            ) : free > 0 ? (
                              <Trans>还有 {free} 个名额</Trans>
                            ) : (
                              <Trans>名额满了</Trans>
                            )}
                          </Link>
                        </div>
                      );
                    })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
