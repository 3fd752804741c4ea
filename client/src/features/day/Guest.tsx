import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Day_PartsFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ARRIVAL, FROM, REFUSED, WHY } from './day-words.js';
import type { KeptLine } from './kept-list.js';
import { minuteNow } from './minute-now.js';
import type { PutAnswer } from './use-day-list.js';
import styles from './day.module.css';

type GuestParts = Day_PartsFragment['guests'][number];
export type Put = (line: KeptLine) => Promise<PutAnswer>;

export interface GuestProps {
  readonly guest: GuestParts;
  readonly running: boolean;
  /** Lines of theirs that wait for a connection. */
  readonly waiting: readonly KeptLine[];
  readonly put: Put;
  readonly reload: () => void;
}

/** One person of the list: whether they are here, and the one thing that can be done now. */
export function Guest({ guest, running, waiting, put, reload }: GuestProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { name, from, tasks, ready, stopped, checkIn, personId } = guest;
  const kept = waiting.at(-1);
  const inside = kept ? kept.way === 'IN' : checkIn && checkIn.arrival !== 'REFUSED' && checkIn.outMinute == null;
  const gone = kept ? kept.way === 'OUT' : checkIn?.outMinute != null;
  return (
    <li className={styles['guest']}>
      <div className={styles['head']}>
        <strong>{name}</strong>
        {kept ? (
          <StateBadge tone="soon">
            <Trans>在这台设备上，等网络</Trans>
          </StateBadge>
        ) : gone ? (
          <StateBadge tone="quiet">
            <Trans>离开了</Trans>
          </StateBadge>
        ) : checkIn ? (
          <StateBadge tone={ARRIVAL[checkIn.arrival].tone}>{i18n._(ARRIVAL[checkIn.arrival].word)}</StateBadge>
        ) : (
          <StateBadge tone="waiting">
            <Trans>还没到</Trans>
          </StateBadge>
        )}
      </div>
      <p className={styles['quiet']}>
        {from ? i18n._(FROM[from]) : <Trans>临时来的</Trans>}
        {tasks === 'WITHOUT_CHILDREN' ? (
          <>
            {' · '}
            <Trans>不接触孩子的事</Trans>
          </>
        ) : null}
        {checkIn && checkIn.arrival !== 'REFUSED' ? (
          <>
            {' · '}
            {format.minute(checkIn.inMinute)}
            {checkIn.outMinute == null ? null : `–${format.minute(checkIn.outMinute)}`}
          </>
        ) : null}
        {checkIn?.refusal ? <> · {i18n._(WHY[checkIn.refusal])}</> : null}
        {!ready && !checkIn ? (
          <>
            {' · '}
            <Trans>还没有准备好，不能和孩子一起</Trans>
          </>
        ) : null}
      </p>
      {running && !gone ? (
        <Buttons {...{ personId, name, ready, stopped, put, reload }} inside={Boolean(inside)} />
      ) : null}
    </li>
  );
}

interface ButtonsProps extends Pick<GuestParts, 'personId' | 'name' | 'ready' | 'stopped'> {
  readonly inside: boolean;
  readonly put: Put;
  readonly reload: () => void;
}

export function Buttons({ personId, name, ready, stopped, inside, put, reload }: ButtonsProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const send = async (way: KeptLine['way'], otherTasks: boolean, done: string): Promise<void> => {
    setBusy(true);
    const answer = await put({ personId, way, minute: minuteNow(), otherTasks });
    setBusy(false);
    if (answer.kind === 'DONE') toast({ message: done });
    else if (answer.kind === 'KEPT') toast({ message: t`没有网络，先存在这台设备上。` });
    else if (answer.kind === 'REFUSED' && answer.why in REFUSED) {
      toast({ tone: 'danger', message: i18n._(REFUSED[answer.why as keyof typeof REFUSED].why) });
    } else toast({ tone: 'danger', message: t`没有记下，请看看网络，再试一次。` });
    if (answer.kind !== 'KEPT') reload();
  };
  if (inside) {
    return (
      <div className={styles['buttons']}>
        <Button
          variant="default"
          loading={busy}
          aria-label={t`${name}离开了`}
          onClick={() => void send('OUT', false, t`${name}签离了。`)}
        >
          <Trans>离开了</Trans>
        </Button>
      </div>
    );
  }
  if (stopped) {
    return (
      <p className={styles['quiet']}>
        <Trans>现在不能参加服务。请找机构负责人。</Trans>
      </p>
    );
  }
  return (
    <div className={styles['buttons']}>
      {ready ? (
        <Button loading={busy} aria-label={t`${name}到了`} onClick={() => void send('IN', false, t`${name}签到了。`)}>
          <Trans>记下到了</Trans>
        </Button>
      ) : null}
      <Button
        variant="default"
        loading={busy}
        aria-label={t`${name}做别的事`}
        onClick={() => void send('IN', true, t`${name}来做不接触孩子的事。`)}
      >
        <Trans>到了，做别的事</Trans>
      </Button>
    </div>
  );
}
