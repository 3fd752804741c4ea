import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutation } from 'urql';
import { readFragment } from '../../gql/index.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { BookingProps } from './BookingPage.js';
import { hasRunOut } from './bookings-view.js';
import { CalendarFile } from './CalendarFile.js';
import { Countdown } from './Countdown.js';
import { CallAgency } from './NoTeam.js';
import { dayPath, rosterPath } from './paths.js';
import styles from './team-booking.module.css';
import { ACCEPT_TEAM_PLACES, REQUEST_TEAM_BOOKING, TEAM_DAY } from './team-booking.operations.js';
import { useBookingStep } from './use-booking-step.js';
import { useBookingWords } from './use-booking-words.js';
import { useSecondsLeft } from './use-seconds-left.js';

/** What to do next, as one button, or for whom the booking waits. */
export function NextStep({ booking, reload }: BookingProps) {
  const { t } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const words = useBookingWords();
  const [requested, request] = useMutation(REQUEST_TEAM_BOOKING);
  const [accepted, accept] = useMutation(ACCEPT_TEAM_PLACES);
  const { problem, step } = useBookingStep(reload);
  const left = useSecondsLeft(booking, reload);
  const day = readFragment(TEAM_DAY, booking.day);
  const { id: bookingId, version, people, state, expiresAt, inLine, endedHow, reason } = booking;
  const input = { bookingId, version };
  const again = (
    <div className={styles['buttons']}>
      {day.state === 'OPEN' ? (
        <LinkButton to={dayPath(day.id)}>
          <Trans>再看看这一天</Trans>
        </LinkButton>
      ) : null}
      <LinkButton to="/company/days" variant="default">
        <Trans>看看别的日子</Trans>
      </LinkButton>
    </div>
  );
  const clock = left !== undefined && expiresAt ? <Countdown seconds={left} until={expiresAt} /> : null;
  const card = (tone: 'waiting' | 'good' | undefined, children: ReactNode) => (
    <Card {...(tone ? { tone } : {})}>
      {children}
      {problem ? <div role="alert">{problem}</div> : null}
    </Card>
  );
  if (hasRunOut(booking) || left === 0) {
    return card(
      undefined,
      <>
        <p>
          {state === 'OFFERED' ? (
            <Trans>给您的名额到时间没有接受，已经给了后面的团队，或者放开了。</Trans>
          ) : (
            <Trans>留住的时间到了，名额已经放开。还有名额的话，可以再留一次。</Trans>
          )}
        </p>
        {again}
      </>,
    );
  }
  switch (state) {
    case 'HELD':
      return card(
        'waiting',
        <>
          {clock}
          <p>
            <Trans>这 {people} 个名额现在别人约不了。想好了，就请机构确认；到时间没有请，名额会放开。</Trans>
          </p>
          <div className={styles['buttons']}>
            <Button
              size="md"
              loading={requested.fetching}
              onClick={() =>
                void step(() => request({ input })).then((done) => {
                  if (done) toast({ message: t`已经请机构确认。` });
                })
              }
            >
              <Trans>请机构确认</Trans>
            </Button>
          </div>
        </>,
      );
    case 'OFFERED':
      return card(
        'waiting',
        <>
          {clock}
          <p>
            {booking.wanted > people ? (
              <Trans>
                有 {people} 个名额空出来了，是给您的（您想来 {booking.wanted} 人）。接受就约好了，不用再等机构。
              </Trans>
            ) : (
              <Trans>有 {people} 个名额空出来了，是给您的。接受就约好了，不用再等机构。</Trans>
            )}
          </p>
          <div className={styles['buttons']}>
            <Button
              size="md"
              loading={accepted.fetching}
              onClick={() =>
                void step(() => accept({ input })).then((done) => {
                  if (done) toast({ message: t`约好了。` });
                })
              }
            >
              <Trans>接受这 {people} 个名额</Trans>
            </Button>
          </div>
        </>,
      );
    case 'REQUESTED':
      return card(
        undefined,
        <p>
          <Trans>等机构答复，名额给您留着。答复的时候，会在“消息”里告诉您；着急的话，可以打电话。</Trans> <CallAgency />
        </p>,
      );
    case 'WAITLISTED':
      return card(
        undefined,
        <p>
          {inLine ? <Trans>排在第 {inLine} 位。</Trans> : null}{' '}
          <Trans>有名额的时候马上告诉您，您有时间想好再接受。也可以先看看别的日子。</Trans>
        </p>,
      );
    case 'CONFIRMED':
    case 'ROSTER_LOCKED':
      return card(
        'good',
        <>
          <p>
            {state === 'CONFIRMED' ? (
              <Trans>约好了。下一步：把报名的链接发给同事，{format.day(day.checkBy)} 以前每个人都要准备好。</Trans>
            ) : (
              <Trans>名单已经定了，活动那一天见。</Trans>
            )}
          </p>
          <div className={styles['buttons']}>
            <LinkButton to={rosterPath(bookingId)} size="md">
              {state === 'CONFIRMED' ? <Trans>把链接发给同事</Trans> : <Trans>看名单</Trans>}
            </LinkButton>
            <CalendarFile bookingId={bookingId} />
          </div>
        </>,
      );
    case 'ATTENDED':
    case 'REPORTED':
      return card(
        'good',
        <>
          <p>
            <Trans>谢谢大家来。每位同事的服务时长记在他们自己的账号里。</Trans>
          </p>
          <div className={styles['buttons']}>
            <LinkButton to={rosterPath(bookingId)} variant="default">
              <Trans>看名单</Trans>
            </LinkButton>
          </div>
        </>,
      );
    case 'CANCELLED':
      return card(
        undefined,
        <>
          <p>
            {endedHow ? words.end(endedHow) : words.state(state)}
            {reason ? (
              <>
                {t`：`}
                <span lang={dataLang(reason)}>{reason}</span>
              </>
            ) : null}
          </p>
          {again}
        </>,
      );
  }
}
