import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { DeskBookingFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { yuanOf } from '../../ui/format/money.js';
import { Card } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useActivityWords } from '../activities/index.js';
import { askedAt } from './desk-bookings.js';
import { EndBooking } from './EndBooking.js';
import { FreePlaces } from './FreePlaces.js';
import { CONFIRM_BOOKING } from './team-desk.operations.js';
import styles from './team-desk.module.css';
import { useTeamWords } from './use-team-words.js';

export interface BookingCardProps {
  readonly booking: DeskBookingFragment;
  readonly reload: () => void;
  /** Left out on the page of the day itself. */
  readonly withDay?: boolean;
}

const ENDABLE: readonly DeskBookingFragment['state'][] = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'ROSTER_LOCKED',
  'WAITLISTED',
  'OFFERED',
];

/** One team's places on a day: who, how many, for what, by when, and what the desk can say to it. */
export function BookingCard({ booking, reload, withDay = true }: BookingCardProps) {
  const words = useTeamWords();
  const activity = useActivityWords();
  const format = useFormat();
  const { team, day, state } = booking;
  return (
    <Card {...(state === 'REQUESTED' ? { tone: 'waiting' as const } : {})}>
      <div className={styles['head']}>
        <h3>
          <span lang={dataLang(team.name)}>{team.name}</span>
          <small className={styles['quiet']}> · {words.kind(team.kind)}</small>
        </h3>
        <StateBadge tone={words.tone(state)}>{words.state(state)}</StateBadge>
      </div>
      {withDay ? (
        <p className={styles['line']}>
          <Link to={`/agency/activities/${encodeURIComponent(day.id)}`} lang={activity.themeLang(day)}>
            {activity.theme(day)}
          </Link>
          {' · '}
          {format.dayOfWeek(day.onDate)} {activity.hours(day)}
        </p>
      ) : null}
      <BookingFacts booking={booking} />
      <Answers booking={booking} reload={reload} />
    </Card>
  );
}

function BookingFacts({ booking }: { readonly booking: DeskBookingFragment }) {
  const words = useTeamWords();
  const format = useFormat();
  const { day, tasks, people, wanted, partly, state, cost, budget, inLine, expiresAt, reason, endedHow } = booking;
  const places = day.places.find((one) => one.tasks === tasks);
  const open = state === 'REQUESTED' || state === 'WAITLISTED' || state === 'OFFERED';
  const over = budget != null && BigInt(cost) > BigInt(budget);
  return (
    <Facts>
      <Fact name={<Trans>多少人</Trans>}>
        <Trans>{people} 人</Trans>
        {wanted > people ? (
          <>
            {' · '}
            <Trans>本来想来 {wanted} 人</Trans>
          </>
        ) : null}
        {partly && state === 'WAITLISTED' ? (
          <>
            {' · '}
            <Trans>来一部分也可以</Trans>
          </>
        ) : null}
        {' · '}
        {words.tasks(tasks)}
      </Fact>
      {inLine ? (
        <Fact name={<Trans>排在第几</Trans>}>
          <Trans>第 {inLine} 个</Trans>
        </Fact>
      ) : null}
      {open && places ? (
        <Fact name={state === 'WAITLISTED' ? <Trans>现在</Trans> : <Trans>除了他们</Trans>}>
          <FreePlaces places={places} />
        </Fact>
      ) : null}
      {expiresAt ? <Fact name={<Trans>等团队到</Trans>}>{format.instant(expiresAt)}</Fact> : null}
      {tasks === 'WITH_CHILDREN' && state !== 'CANCELLED' ? (
        <Fact name={<Trans>手续要齐</Trans>}>
          <Trans>{format.day(day.checkBy)} 以前，记录查询也要办好</Trans>
        </Fact>
      ) : null}
      {state === 'CONFIRMED' || state === 'ROSTER_LOCKED' ? (
        <Fact name={<Trans>团队可取消到</Trans>}>{format.day(day.cancelUntil)}</Fact>
      ) : null}
      {cost === '0' && budget == null ? null : (
        <Fact name={<Trans>费用</Trans>}>
          <Trans>{yuanOf(cost)} 元</Trans>
          {budget != null ? (
            <>
              {' · '}
              {over ? (
                <strong>
                  <Trans>团队的预算是 {yuanOf(budget)} 元，不够</Trans>
                </strong>
              ) : (
                <Trans>团队的预算是 {yuanOf(budget)} 元</Trans>
              )}
            </>
          ) : null}
        </Fact>
      )}
      <Fact name={<Trans>谁约的</Trans>}>
        <span lang={dataLang(booking.requestedBy)}>{booking.requestedBy}</span>
        {state === 'REQUESTED' ? (
          <>
            {' · '}
            <Trans>{format.instant(askedAt(booking))} 提出</Trans>
          </>
        ) : null}
      </Fact>
      {endedHow ? (
        <Fact name={<Trans>为什么没有来</Trans>}>
          {words.ended(endedHow)}
          {reason ? <span lang={dataLang(reason)}>：{reason}</span> : null}
        </Fact>
      ) : null}
    </Facts>
  );
}

function Answers({ booking, reload }: Omit<BookingCardProps, 'withDay'>) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const [{ fetching }, confirm] = useMutation(CONFIRM_BOOKING);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [ending, setEnding] = useState(false);
  const { id: bookingId, version, state, team } = booking;
  const settle = (): void => {
    setProblem(null);
    reload();
  };
  const accept = async (): Promise<void> => {
    const { data, error } = await confirm({ input: { bookingId, version } });
    const outcome = data?.confirmTeamBooking.__typename;
    switch (outcome) {
      case 'TeamBooking':
        toast({ message: t`确认了，${team.name}马上会知道。` });
        return settle();
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={outcome} reload={settle} />);
      default:
        return setProblem(<RequestFault error={error} />);
    }
  };
  const agreed = state === 'CONFIRMED' || state === 'ROSTER_LOCKED';
  const answers = may('team.decide') && ENDABLE.includes(state);
  return (
    <>
      {problem ? <div role="alert">{problem}</div> : null}
      {answers || agreed ? (
        <div className={styles['buttons']} data-print="no">
          {answers && state === 'REQUESTED' ? (
            <Button loading={fetching} onClick={() => void accept()} aria-label={t`确认${team.name}`}>
              <Trans>确认</Trans>
            </Button>
          ) : null}
          {agreed && may('teamRoster.read') ? (
            <LinkButton
              to={`/agency/rosters/${encodeURIComponent(bookingId)}`}
              variant="default"
              aria-label={t`看${team.name}的名单`}
            >
              <Trans>看名单</Trans>
            </LinkButton>
          ) : null}
          {answers ? (
            <Button
              variant="default"
              onClick={() => setEnding(true)}
              aria-label={agreed ? t`取消${team.name}的预约` : t`谢绝${team.name}`}
            >
              {agreed ? <Trans>取消预约</Trans> : <Trans>谢绝</Trans>}
            </Button>
          ) : null}
        </div>
      ) : null}
      <FormDialog
        opened={ending}
        close={() => setEnding(false)}
        title={agreed ? t`取消${team.name}的预约` : t`谢绝${team.name}`}
      >
        <EndBooking
          booking={booking}
          agreed={agreed}
          leave={() => setEnding(false)}
          done={() => {
            setEnding(false);
            settle();
          }}
        />
      </FormDialog>
    </>
  );
}
