import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { Roster_AllFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { GUEST_DAY, NEED, TASKS } from '../team-day/index.js';
import type { RosterProps } from './RosterPage.js';
import { RosterProblem } from './RosterProblem.js';
import { TURNOUT } from './row-words.js';
import styles from './team-roster.module.css';
import { REMIND, TAKE_OFF } from './team-roster.operations.js';

type Line = Roster_AllFragment['lines'][number];

/** Everybody who is down, whoever still needs something first. */
export function RosterLines({ roster, reload }: RosterProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [leaving, setLeaving] = useState<Line>();
  const [off, takeOff] = useMutation(TAKE_OFF);
  const [reminding, remind] = useMutation(REMIND);
  const { bookingId, lines } = roster;
  const { closed } = readFragment(GUEST_DAY, roster.day);
  if (lines.length === 0) {
    return (
      <p className={styles['quiet']}>
        <Trans>还没有人报名。把链接发出去，报名的人会一个一个出现在这里。</Trans>
      </p>
    );
  }
  const sorted = [...lines].sort((a, b) => Number(a.needs.length === 0) - Number(b.needs.length === 0));
  const own = lines.some(({ needs }) => needs.includes('TRAINING') || needs.includes('AGREEMENT'));
  const pressRemind = async (): Promise<void> => {
    const { data } = await remind({ input: { bookingId } });
    if (data?.outcome.__typename !== 'Roster') return;
    toast({ message: t`提醒发出去了。` });
    reload();
  };
  return (
    <div className={styles['fields']}>
      {own && !closed ? (
        <div className={styles['buttons']}>
          <Button variant="default" loading={reminding.fetching} onClick={() => void pressRemind()}>
            <Trans>提醒还差学课或协议的同事</Trans>
          </Button>
        </div>
      ) : null}
      {reminding.data?.outcome.__typename === 'RosterRefused' && reminding.data.outcome.why === 'NOBODY' ? (
        <p role="status">
          <Trans>今天已经提醒过了。明天还没准备好，再提醒一次。</Trans>
        </p>
      ) : (
        <RosterProblem outcome={reminding.data?.outcome} error={reminding.error} />
      )}
      <RosterProblem outcome={off.data?.outcome} error={off.error} />
      <ul className={styles['people']}>
        {sorted.map((line) => (
          <Person key={line.id} line={line} leave={closed ? undefined : () => setLeaving(line)} />
        ))}
      </ul>
      <ConfirmDialog
        opened={leaving !== undefined}
        close={() => setLeaving(undefined)}
        title={t`${leaving?.name ?? ''} 这一天不来`}
        confirmLabel={<Trans>从名单上拿下</Trans>}
        busy={off.fetching}
        onConfirm={async () => {
          await takeOff({ input: { bookingId, placeId: leaving?.id ?? '' } });
          setLeaving(undefined);
          reload();
        }}
      >
        <p>
          <Trans>名额空出来，别的同事用链接就可以补上。</Trans>
        </p>
      </ConfirmDialog>
    </div>
  );
}

function Person({ line, leave }: { readonly line: Line; readonly leave: (() => void) | undefined }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { name, chosen, needs, turnout } = line;
  return (
    <li className={styles['person']}>
      <strong>{name}</strong>
      <span className={styles['quiet']}>{i18n._(TASKS[chosen])}</span>
      {turnout ? (
        <StateBadge tone={turnout === 'ABSENT' ? 'quiet' : 'good'}>{i18n._(TURNOUT[turnout])}</StateBadge>
      ) : needs.length === 0 ? (
        <StateBadge tone="good">
          <Trans>都准备好了</Trans>
        </StateBadge>
      ) : (
        <StateBadge tone="waiting">
          <Trans>还差：{format.list(needs.map((need) => i18n._(NEED[need])))}</Trans>
        </StateBadge>
      )}
      {leave ? (
        <Button variant="subtle" aria-label={t`${name} 不来了`} onClick={leave}>
          <Trans>不来了</Trans>
        </Button>
      ) : null}
    </li>
  );
}
