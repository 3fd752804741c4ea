import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { RostersQuery } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Section } from '../../ui/page/Page.js';
import { GUEST_DAY, useTheme } from '../team-day/index.js';
import { Turnout } from './Turnout.js';
import { ROSTERS } from './team-roster.operations.js';
import styles from './team-roster.module.css';

interface TeamRostersProps {
  /** Of one activity; left out: of all that the reader may see. */
  readonly activityId?: string;
  /** Address of one roster. */
  readonly to: (bookingId: string) => string;
  /** In the words of whoever reads it. */
  readonly title: ReactNode;
}

/** Days that teams have booked, each with the way to its roster; nothing where there is none. */
export function TeamRosters({ activityId, to, title }: TeamRostersProps) {
  const format = useFormat();
  const theme = useTheme();
  const variables = { activityId: activityId ?? null };
  const [{ data }] = useQuery({ query: ROSTERS, variables, requestPolicy: 'cache-and-network' });
  if (!data || data.rosters.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles['people']}>
        {data.rosters.map((head) => {
          const day = readFragment(GUEST_DAY, head.day);
          return (
            <li key={head.bookingId} className={styles['person']}>
              <Link to={to(head.bookingId)}>
                <span lang={dataLang(day.teamName)}>{day.teamName}</span> · {theme(day)}
              </Link>
              <span className={styles['quiet']}>{format.dayOfWeek(day.onDate)}</span>
              <span>
                <Trans>
                  {head.people} 个名额，报名 {head.joined} 人
                </Trans>
              </span>
              <HowFar head={head} checkBy={day.checkBy} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

interface HowFarProps {
  readonly head: RostersQuery['rosters'][number];
  /** By when everybody is to be ready. */
  readonly checkBy: string;
}

/** Before the day who is not ready and by when; after it who took part. */
function HowFar({ head: { joined, waiting, turnout }, checkBy }: HowFarProps) {
  const format = useFormat();
  if (turnout) return <Turnout numbers={turnout} />;
  if (waiting === null || joined === 0) return null;
  if (waiting === 0) {
    return (
      <StateBadge tone="good">
        <Trans>都准备好了</Trans>
      </StateBadge>
    );
  }
  return (
    <StateBadge tone="waiting">
      <Trans>
        {waiting} 人还没准备好，到 {format.day(checkBy)}
      </Trans>
    </StateBadge>
  );
}
