import { Plural, Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Session_SessionFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import styles from './training.module.css';
import { countPeople } from './session-view.js';

/** Sessions, each with its day, its place and how many come. */
export function SessionList({ sessions }: { readonly sessions: readonly Session_SessionFragment[] }) {
  return (
    <ul className={styles['list']}>
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionCard session={session} />
        </li>
      ))}
    </ul>
  );
}

function SessionCard({ session }: { readonly session: Session_SessionFragment }) {
  const format = useFormat();
  const { id, course, happensOn, startMinute, minutes, place, seats, trainerName, cancelled } = session;
  const { seated, waiting, there } = countPeople(session.people);
  const ends = format.minute(startMinute + minutes);
  return (
    <Card>
      <div className={styles['head']}>
        <h3>
          <Link to={`/agency/training-sessions/${encodeURIComponent(id)}`}>
            {format.dayOfWeek(happensOn)} {format.minute(startMinute)}–{ends}
          </Link>
        </h3>
        {cancelled ? (
          <StateBadge tone="quiet">
            <Trans>取消了</Trans>
          </StateBadge>
        ) : there > 0 ? (
          <StateBadge tone="good">
            <Plural value={there} other="到了 # 人" />
          </StateBadge>
        ) : (
          <StateBadge tone={seated >= seats ? 'waiting' : 'soon'}>
            <Trans>
              报名 {seated} / {seats}
            </Trans>
          </StateBadge>
        )}
      </div>
      <p className={styles['quiet']}>
        <span lang={dataLang(course.title)}>{course.title}</span>
        {' · '}
        {place ?? <Trans>线上</Trans>}
        {' · '}
        <Trans>{trainerName} 讲</Trans>
        {waiting > 0 ? (
          <>
            {' · '}
            <Plural value={waiting} other="候补 # 人" />
          </>
        ) : null}
      </p>
    </Card>
  );
}
