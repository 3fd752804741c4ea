import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { StaffingQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useActivityWords } from '../activities/index.js';
import { END_SEAT } from './staffing.operations.js';
import { SeatReasons } from './SeatReasons.js';
import styles from './staffing.module.css';
import { useSeatWords } from './use-seat-words.js';

type Activity = NonNullable<StaffingQuery['staffing']>['activities'][number];
type Role = Activity['roles'][number];
type Seat = Role['taken'][number];

export interface StaffedActivityProps {
  readonly activity: Activity;
  readonly reload: () => void;
}

/** One activity: each role with its people, how each seat stands, and what is still open. */
export function StaffedActivity({ activity, reload }: StaffedActivityProps) {
  const format = useFormat();
  const words = useActivityWords();
  const { id, onDate, venueName, least, reachable, roles } = activity;
  const taken = roles.flatMap((role) => role.taken).filter(isTaken).length;
  return (
    <Card>
      <div className={styles['head']}>
        <h2 lang={words.themeLang(activity)}>
          <Link to={`/agency/activities/${encodeURIComponent(id)}`}>{words.theme(activity)}</Link>
        </h2>
        {taken < least ? (
          <StateBadge tone="waiting">
            <Trans>大人还差 {least - taken} 位</Trans>
          </StateBadge>
        ) : null}
      </div>
      <p className={styles['quiet']}>
        {format.dayOfWeek(onDate)} {words.hours(activity)} · {venueName}
        {least > 0 ? (
          <>
            {' · '}
            <Trans>照看孩子至少要 {least} 位志愿者</Trans>
          </>
        ) : null}
      </p>
      {typeof reachable === 'number' ? (
        <p className={styles['alert']}>
          <Trans>
            至少要 {least} 位，最多只有 {reachable} 位能来。建议取消，或者改人数、改时间。
          </Trans>
        </p>
      ) : null}
      <div className={styles['roles']}>
        {roles.map((role) => (
          <RoleSeats key={role.role} activity={activity} role={role} reload={reload} />
        ))}
      </div>
    </Card>
  );
}

interface RoleProps extends StaffedActivityProps {
  readonly role: Role;
}

function RoleSeats({ activity, role, reload }: RoleProps) {
  const { t } = useLingui();
  const may = useMay();
  const words = useActivityWords();
  const [choosing, setChoosing] = useState(false);
  const open = role.seats - role.taken.filter(isTaken).length;
  const { task } = role;
  return (
    <section aria-label={task}>
      <h3>
        {task}
        {role.skill === '' ? '' : ` · ${words.skill(role.skill)}`}
      </h3>
      <ul className={styles['seats']}>
        {role.taken.map((seat) => (
          <SeatLine key={seat.id} seat={seat} reload={reload} />
        ))}
        {open > 0 ? (
          <li className={styles['quiet']}>
            <Trans>还空 {open} 个名额</Trans>
          </li>
        ) : null}
      </ul>
      {may('staffing.plan') ? (
        <Button variant="subtle" onClick={() => setChoosing(true)} aria-label={t`看理由和人选：${task}`}>
          <Trans>看理由和人选</Trans>
        </Button>
      ) : null}
      <FormDialog opened={choosing} close={() => setChoosing(false)} title={t`谁来“${task}”`}>
        <SeatReasons
          activityId={activity.id}
          role={role.role}
          close={() => setChoosing(false)}
          changed={() => {
            setChoosing(false);
            reload();
          }}
        />
      </FormDialog>
    </section>
  );
}

function SeatLine({ seat, reload }: { readonly seat: Seat; readonly reload: () => void }) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const words = useSeatWords();
  const [asking, setAsking] = useState(false);
  const [{ fetching }, end] = useMutation(END_SEAT);
  const { name, conflicts, reason } = seat;
  const { word, tone } = words.standing(seat);
  const takeOff = async (): Promise<void> => {
    const { data } = await end({ input: { seatAssignmentId: seat.id, version: seat.version } });
    setAsking(false);
    if (data?.endSeat.__typename === 'SeatAssignment') toast({ message: t`撤下了。` });
    else toast({ tone: 'danger', message: t`没有撤下：刚刚有变化，请再看一眼。` });
    reload();
  };
  return (
    <li className={styles['seat']}>
      <span className={styles['who']}>
        <strong>{name}</strong>
        <StateBadge tone={tone}>{word}</StateBadge>
        {reason ? <span className={styles['quiet']}>{reason}</span> : null}
        {conflicts.map((one) => (
          <span key={`${one.code} ${one.theme ?? ''}`} className={styles['alert']}>
            {words.conflict(one)}
          </span>
        ))}
      </span>
      {may('staffing.plan') && isTaken(seat) ? (
        <Button
          variant="subtle"
          color="danger"
          loading={fetching}
          aria-label={t`撤下 ${name}`}
          onClick={() => (seat.state === 'PUBLISHED' ? setAsking(true) : void takeOff())}
        >
          <Trans>撤下</Trans>
        </Button>
      ) : null}
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`把 ${name} 从活动里撤下`}
        confirmLabel={<Trans>撤下，并告诉对方</Trans>}
        onConfirm={takeOff}
        tone="danger"
        busy={fetching}
      >
        <p>
          <Trans>对方已经接到通知，会再收到一条：这一次不用来了。</Trans>
        </p>
      </ConfirmDialog>
    </li>
  );
}

const isTaken = ({ state }: Seat): boolean => state === 'PROPOSED' || state === 'PUBLISHED';
