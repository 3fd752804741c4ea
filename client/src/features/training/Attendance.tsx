import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import type { Session_SessionFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox } from '../../ui/fields/fields.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { MARK_ATTENDED } from './training.operations.js';
import { PLACE, REFUSAL } from './training-words.js';
import styles from './training.module.css';

interface AttendanceProps {
  readonly session: Session_SessionFragment;
  /** Whether people can be marked: on the day, or after it. */
  readonly may: boolean;
  readonly reload: () => void;
}

/** The list of the room: whoever has no phone at hand is ticked here. */
export function Attendance({ session, may, reload }: AttendanceProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, mark] = useMutation(MARK_ATTENDED);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const open = session.people.filter(({ state }) => state !== 'ATTENDED');
  const chosen = ticked.filter((id) => open.some(({ personId }) => personId === id));
  const tick = (id: string, on: boolean): void => setTicked(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const send = async (): Promise<void> => {
    const input = { meetingId: session.id, version: session.version, personIds: [...chosen] };
    const { data } = await mark({ input });
    const outcome = data?.markAttended;
    if (outcome?.__typename === 'TrainingMeeting') {
      setTicked([]);
      toast({ message: t`记下了。到场的人，培训已经记好。` });
    } else if (outcome?.__typename === 'TrainingRefused') {
      toast({ tone: 'danger', message: i18n._(REFUSAL[outcome.why]) });
    } else {
      toast({ tone: 'danger', message: t`名单刚刚有了变化，请看一看再记。` });
    }
    reload();
  };
  return (
    <>
      <ul className={styles['list']}>
        {session.people.map(({ personId, name, state, attendedBy, counted }) => (
          <li key={personId} className={styles['line']}>
            {may && state !== 'ATTENDED' ? (
              <Checkbox
                label={name}
                checked={chosen.includes(personId)}
                onChange={(event) => tick(personId, event.currentTarget.checked)}
              />
            ) : (
              <span>{name}</span>
            )}
            <span className={styles['buttons']}>
              {state === 'ATTENDED' ? (
                <span className={styles['quiet']}>
                  {attendedBy === 'CODE' ? <Trans>用签到码</Trans> : <Trans>由同事记下</Trans>}
                  {counted ? null : (
                    <>
                      {' · '}
                      <Trans>还要学完在线的课</Trans>
                    </>
                  )}
                </span>
              ) : null}
              <StateBadge tone={PLACE[state].tone}>{i18n._(PLACE[state].word)}</StateBadge>
            </span>
          </li>
        ))}
      </ul>
      {may && open.length > 0 ? (
        <div className={styles['buttons']}>
          <Button loading={fetching} disabled={chosen.length === 0} onClick={() => void send()}>
            <Trans>记下他们到了</Trans>
          </Button>
        </div>
      ) : null}
    </>
  );
}
