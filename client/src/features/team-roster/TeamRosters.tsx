import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Section } from '../../ui/page/Page.js';
import { GUEST_DAY, useTheme } from '../team-day/index.js';
import { ROSTERS } from './team-roster.operations.js';
import styles from './team-roster.module.css';

interface TeamRostersProps {
  /** Of one activity; left out: of all that the reader may see. */
  readonly activityId?: string;
  /** Address of one roster. */
  readonly to: (bookingId: string) => string;
}

/** Days that teams have booked, each with the way to its roster; nothing where there is none. */
export function TeamRosters({ activityId, to }: TeamRostersProps) {
  const format = useFormat();
  const theme = useTheme();
  const variables = { activityId: activityId ?? null };
  const [{ data }] = useQuery({ query: ROSTERS, variables, requestPolicy: 'cache-and-network' });
  if (!data || data.rosters.length === 0) return null;
  return (
    <Section title={<Trans>来的团队和名单</Trans>}>
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
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
