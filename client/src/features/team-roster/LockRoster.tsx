import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { readFragment } from '../../gql/index.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox } from '../../ui/fields/fields.js';
import { useFormat } from '../../ui/format/use-format.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { GUEST_DAY, NEED } from '../team-day/index.js';
import type { RosterProps } from './RosterPage.js';
import { RosterProblem } from './RosterProblem.js';
import styles from './team-roster.module.css';
import { LOCK } from './team-roster.operations.js';

/** With cleared people only; whoever lacks no more than a check can do something else. */
export function LockRoster({ roster, reload }: RosterProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [moveOthers, setMoveOthers] = useState(false);
  const [{ data, error, fetching }, lock] = useMutation(LOCK);
  const { bookingId, version, lines, state } = roster;
  const day = readFragment(GUEST_DAY, roster.day);
  if (state !== 'CONFIRMED') {
    return (
      <p className={styles['quiet']}>
        {state === 'CANCELLED' ? (
          <Trans>这次预约已经取消。</Trans>
        ) : (
          <Trans>名单已经锁定。要换人，请让已经准备好的同事用链接补上空出来的名额。</Trans>
        )}
      </p>
    );
  }
  const others = lines.filter(
    ({ chosen, needs, needsWithout }) => chosen === 'WITH_CHILDREN' && needs.length > 0 && needsWithout.length === 0,
  ).length;
  const canMove = day.tasks.includes('WITHOUT_CHILDREN') && others > 0;
  const press = async (): Promise<void> => {
    const { data: done } = await lock({ input: { bookingId, version, moveOthers: canMove && moveOthers } });
    if (done?.outcome.__typename === 'Roster') toast({ message: t`名单锁定了。` });
    if (done?.outcome.__typename !== 'RosterNotClear') reload();
  };
  const outcome = data?.outcome;
  return (
    <div className={styles['fields']}>
      <p>
        <Trans>锁定以后，机构按名单办保险、安排任务。名单上每一个人都要准备好。</Trans>
      </p>
      {canMove ? (
        <Checkbox
          label={
            <Trans>
              {others} 位同事只差记录查询：请他们这一天做不接触孩子的任务
              {day.otherTasks ? <Trans>（{day.otherTasks}）</Trans> : null}
            </Trans>
          }
          checked={moveOthers}
          onChange={(event) => setMoveOthers(event.currentTarget.checked)}
        />
      ) : null}
      {outcome?.__typename === 'RosterNotClear' ? (
        <RefusalPanel
          what={t`名单还不能锁定`}
          why={
            <ul>
              {outcome.notClear.map(({ placeId, name, needs }) => (
                <li key={placeId}>
                  <Trans>
                    {name}：还差{format.list(needs.map((need) => i18n._(NEED[need])))}
                  </Trans>
                </li>
              ))}
            </ul>
          }
          clause="MZ/T 248—2025 §7.1.3, §7.2.3"
          now={t`提醒他们做完；来不及的，请他们做不接触孩子的任务，或者换一位已经准备好的同事。`}
          ask={t`机构里负责这次活动的社会工作者。`}
        />
      ) : outcome?.__typename === 'StaleVersion' ? (
        <p role="alert">
          <Trans>名单刚刚有了变化，已经换成最新的。请看一看，再锁定一次。</Trans>
        </p>
      ) : (
        <RosterProblem outcome={outcome} error={error} />
      )}
      <div>
        <Button loading={fetching} onClick={() => void press()}>
          <Trans>锁定名单</Trans>
        </Button>
      </div>
    </div>
  );
}
