import { Plural, Trans } from '@lingui/react/macro';
import type { ActivityState } from '@tongxing/shared/states';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { ActivityTeamsQuery } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { BookingCard } from './BookingCard.js';
import { FreePlaces } from './FreePlaces.js';
import { OfferForm } from './OfferForm.js';
import type { Terms } from './offer-form.js';
import { ACTIVITY_TEAMS, DESK_BOOKING } from './team-desk.operations.js';
import styles from './team-desk.module.css';
import { useTeamWords } from './use-team-words.js';

interface ActivityTeamsProps {
  readonly activityId: string;
  /** On which day it is. */
  readonly onDate: string;
  readonly state: ActivityState;
}

/** Teams may come to this activity: on which terms, what is left, and who comes. Nothing before it is open. */
export function ActivityTeams({ activityId, onDate, state }: ActivityTeamsProps) {
  const may = useMay();
  const planned = state === 'DRAFT' || state === 'RISK_REVIEWED';
  const [{ data, error }, load] = useQuery({
    query: ACTIVITY_TEAMS,
    variables: { id: activityId, onDate },
    requestPolicy: 'cache-and-network',
    pause: planned,
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (planned) return null;
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={3} />;
  const terms = data.teamOffer;
  const day = data.teamDaysOn.find(({ id }) => id === activityId);
  const editable = state === 'OPEN' && may('team.offer');
  if (!terms || (!day && !editable)) return null;
  return (
    <Section
      title={<Trans>团队可以来</Trans>}
      lead={
        day ? null : <Trans>写下条件，企业、机关、高校和社团就能来约这一天。下面先填了机构平常的数，可以改。</Trans>
      }
    >
      <div className={styles['stack']}>
        {day ? <Standing day={day} terms={terms} /> : null}
        {editable ? (
          day ? (
            <details className={styles['fold']} data-print="no">
              <summary>
                <Trans>改团队来的条件</Trans>
              </summary>
              <Card>
                <OfferForm key={terms.version} activityId={activityId} terms={terms} saved={reload} />
              </Card>
            </details>
          ) : (
            <details className={styles['fold']} data-print="no">
              <summary>
                <Trans>让团队来约这一天</Trans>
              </summary>
              <Card>
                <OfferForm key={0} activityId={activityId} terms={terms} saved={reload} />
              </Card>
            </details>
          )
        ) : null}
        <Booked data={data} open={day !== undefined} reload={reload} />
      </div>
    </Section>
  );
}

interface StandingProps {
  readonly day: ActivityTeamsQuery['teamDaysOn'][number];
  readonly terms: Terms;
}

function Standing({ day, terms }: StandingProps) {
  const words = useTeamWords();
  const format = useFormat();
  return (
    <Card>
      <Facts>
        {day.places.map((places) => (
          <Fact key={places.tasks} name={words.tasks(places.tasks)}>
            <FreePlaces places={places} />
          </Fact>
        ))}
        {terms.hasOtherTasks && terms.otherTasks ? (
          <Fact name={<Trans>不接触孩子的任务是</Trans>}>
            <span lang={dataLang(terms.otherTasks)}>{terms.otherTasks}</span>
          </Fact>
        ) : null}
        <Fact name={<Trans>手续要齐</Trans>}>
          <Trans>{format.day(day.checkBy)} 以前，记录查询也要办好</Trans>
        </Fact>
        <Fact name={<Trans>团队可取消到</Trans>}>{format.day(day.cancelUntil)}</Fact>
      </Facts>
    </Card>
  );
}

interface BookedProps {
  readonly data: ActivityTeamsQuery;
  /** Teams may come. */
  readonly open: boolean;
  readonly reload: () => void;
}

function Booked({ data, open, reload }: BookedProps) {
  const all = (data.bookingsOfActivity ?? []).map((one) => readFragment(DESK_BOOKING, one));
  const living = all.filter(({ state }) => state !== 'CANCELLED');
  const over = all.filter(({ state }) => state === 'CANCELLED');
  if (all.length === 0) {
    return open ? (
      <p className={styles['quiet']}>
        <Trans>还没有团队来约。</Trans>
      </p>
    ) : null;
  }
  const cards = (bookings: typeof all) => (
    <ul className={styles['list']}>
      {bookings.map((booking) => (
        <li key={booking.id}>
          <BookingCard booking={booking} reload={reload} withDay={false} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {living.length > 0 ? cards(living) : null}
      {over.length > 0 ? (
        <details className={styles['fold']} data-print="no">
          <summary>
            <Plural value={over.length} other="# 个团队不来了" />
          </summary>
          {cards(over)}
        </details>
      ) : null}
      <p>
        <Link to="/agency/bookings">
          <Trans>看所有团队预约</Trans>
        </Link>
      </p>
    </>
  );
}
