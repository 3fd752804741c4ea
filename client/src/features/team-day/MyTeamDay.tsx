import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { GuestTasks, MyTeamDays_AllFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CheckTime, DayFacts, useTheme } from './DayFacts.js';
import { SignDay } from './SignDay.js';
import { TasksChoice } from './TasksChoice.js';
import { REFUSAL } from './team-day-words.js';
import styles from './team-day.module.css';
import { CHOOSE_TASKS, GUEST_DAY, JOIN_TEAM_DAY, LEAVE_TEAM_DAY } from './team-day.operations.js';

type Own = MyTeamDays_AllFragment['days'][number];
interface MyTeamDayProps {
  readonly own: Own;
  readonly ownName: string;
  readonly reload: () => void;
}

export function MyTeamDay({ own, ownName, reload }: MyTeamDayProps) {
  const theme = useTheme();
  const day = readFragment(GUEST_DAY, own.day);
  const clear = own.state === 'JOINED' && own.needs.length === 0;
  const title = theme(day);
  return (
    <Card tone={clear ? 'good' : 'waiting'}>
      <div className={styles['head']}>
        <h2 lang={dataLang(title)}>{title}</h2>
        <StateBadge tone={clear ? 'good' : 'waiting'}>
          {own.state === 'ASKED' ? (
            <Trans>还没有报名</Trans>
          ) : clear ? (
            <Trans>都准备好了</Trans>
          ) : (
            <Trans>还差一点</Trans>
          )}
        </StateBadge>
      </div>
      <DayFacts day={day} />
      <Choice own={own} reload={reload} />
      {own.state === 'JOINED' ? <Needs own={own} ownName={ownName} reload={reload} /> : null}
      {own.state === 'JOINED' && !day.closed ? <Leave own={own} reload={reload} /> : null}
    </Card>
  );
}

interface PartProps {
  readonly own: Own;
  readonly reload: () => void;
}

/** To join, or to change what one does. */
function Choice({ own, reload }: PartProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const day = readFragment(GUEST_DAY, own.day);
  const [tasks, setTasks] = useState<GuestTasks>(own.chosen);
  const [joining, join] = useMutation(JOIN_TEAM_DAY);
  const [choosing, choose] = useMutation(CHOOSE_TASKS);
  const outcome = joining.data?.joinTeamDay ?? choosing.data?.chooseTeamDayTasks;
  const save = async (): Promise<void> => {
    const input = { dayId: own.id, tasks };
    const done =
      own.state === 'ASKED'
        ? (await join({ input })).data?.joinTeamDay
        : (await choose({ input })).data?.chooseTeamDayTasks;
    if (done?.__typename !== 'MyTeamDays') return;
    toast({ message: own.state === 'ASKED' ? t`报上名了。` : t`改好了。` });
    reload();
  };
  if (day.closed) return <p className={styles['quiet']}>{i18n._(REFUSAL[day.closed])}</p>;
  return (
    <div className={styles['fields']}>
      {day.tasks.length > 1 ? (
        <TasksChoice day={day} chosen={tasks} choose={setTasks} name={`tasks-${own.id}`} />
      ) : null}
      {outcome?.__typename === 'RosterRefused' ? <p role="alert">{i18n._(REFUSAL[outcome.why])}</p> : null}
      {joining.error || choosing.error ? (
        <p role="alert">
          <Trans>没有发送成功，请检查网络后再试一次。</Trans>
        </p>
      ) : null}
      {own.state === 'ASKED' ? (
        <Button size="md" loading={joining.fetching} onClick={() => void save()}>
          <Trans>我来报名</Trans>
        </Button>
      ) : tasks !== own.chosen ? (
        <Button variant="default" loading={choosing.fetching} onClick={() => void save()}>
          <Trans>就做这个</Trans>
        </Button>
      ) : null}
    </div>
  );
}

/** Each thing that is missing, as the step that ends it. */
function Needs({ own, ownName, reload }: MyTeamDayProps) {
  const format = useFormat();
  const day = readFragment(GUEST_DAY, own.day);
  if (own.needs.length === 0) {
    return (
      <p>
        <Trans>到时候直接来，{format.day(day.onDate)} 见。</Trans>
      </p>
    );
  }
  return (
    <ol className={styles['needs']}>
      {own.needs.includes('TRAINING') ? (
        <li>
          <Link to="/volunteer/team-days/lesson">
            <Trans>学一课：和孩子们过好这一天（约八分钟）</Trans>
          </Link>
        </li>
      ) : null}
      {own.needs.includes('AGREEMENT') ? (
        <li>
          <SignDay own={own} ownName={ownName} reload={reload} />
        </li>
      ) : null}
      {own.needs.includes('RECORD_CHECK') ? (
        <li>
          <strong>
            <Trans>记录查询</Trans>
          </strong>
          <CheckTime day={day} />
        </li>
      ) : null}
      {own.needs.includes('ASK_AGENCY') ? (
        <li>
          <Trans>请和机构说一声：有一件事要当面确认，才能定下您这一天做什么。</Trans>
        </li>
      ) : null}
    </ol>
  );
}

function Leave({ own, reload }: PartProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [{ data, fetching }, leave] = useMutation(LEAVE_TEAM_DAY);
  const confirm = async (): Promise<void> => {
    const outcome = (await leave({ input: { dayId: own.id } })).data?.leaveTeamDay;
    setAsking(false);
    if (outcome?.__typename !== 'MyTeamDays') return;
    toast({ message: t`您的名额可以给同事了。` });
    reload();
  };
  const refused = data?.leaveTeamDay;
  return (
    <div className={styles['fields']}>
      {refused?.__typename === 'RosterRefused' ? <p role="alert">{i18n._(REFUSAL[refused.why])}</p> : null}
      <div>
        <Button variant="subtle" onClick={() => setAsking(true)}>
          <Trans>我来不了</Trans>
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`把名额让给同事`}
        confirmLabel={<Trans>让出名额</Trans>}
        onConfirm={confirm}
        busy={fetching}
      >
        <p>
          <Trans>您签的当天协议也一起结束。还有名额的时候，可以再报名。</Trans>
        </p>
      </ConfirmDialog>
    </div>
  );
}
