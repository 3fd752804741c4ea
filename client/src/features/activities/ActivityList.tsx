import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { ActivitiesQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import styles from './activities.module.css';
import { MoveButton } from './MoveButton.js';
import { useActivityWords } from './use-activity-words.js';

export type ListedActivity = ActivitiesQuery['activities'][number];
export interface MonthProps {
  /** In words: which month or week. */
  readonly title: string;
  readonly activities: ActivitiesQuery['activities'];
  /** Asks for another time; undefined for whoever may not. */
  readonly ask?: ((activity: ListedActivity, onDate?: string) => void) | undefined;
}

/** Activities of a month or a week one under the other, the earliest first. */
export function ActivityList({ title, activities, ask }: MonthProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useActivityWords();
  if (activities.length === 0) return null;
  return (
    <ul className={styles['list']} aria-label={t`${title}的活动`}>
      {activities.map((activity) => (
        <li key={activity.id}>
          <Card>
            <div className={styles['head']}>
              <h2 lang={words.themeLang(activity)}>
                <Link to={`/agency/activities/${encodeURIComponent(activity.id)}`}>{words.theme(activity)}</Link>
              </h2>
              <StateBadge tone={words.tone(activity.state)}>{words.state(activity.state)}</StateBadge>
            </div>
            <p className={styles['quiet']}>
              {format.dayOfWeek(activity.onDate)} {words.hours(activity)} · {activity.venue.name} ·{' '}
              {words.kind(activity.kind)}
            </p>
            <p className={styles['quiet']}>
              {activity.inCharge.length > 0 ? (
                <Trans>负责：{format.list(activity.inCharge.map(({ name }) => name))}</Trans>
              ) : (
                <Trans>还没有负责的同事</Trans>
              )}
            </p>
            <MoveButton activity={activity} ask={ask} />
          </Card>
        </li>
      ))}
    </ul>
  );
}
