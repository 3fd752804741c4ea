import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { Session_SessionFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { Attendance } from './Attendance.js';
import { RoomCode } from './RoomCode.js';
import { countPeople } from './session-view.js';
import { CANCEL_TRAINING, ONE_SESSION, SESSION } from './training.operations.js';
import { REFUSAL } from './training-words.js';
import styles from './training.module.css';

/** One session: the code to show on its day, and who has a place, waits, and was there. */
export default function TrainingSessionPage() {
  const { t } = useLingui();
  const format = useFormat();
  const { today } = useViewer().agency;
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: ONE_SESSION,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={8} />;
  const session = data.trainingMeeting && readFragment(SESSION, data.trainingMeeting);
  if (!session) return <NotFoundState home="/agency/courses" />;
  const { course, happensOn, startMinute, minutes, place, link, seats, cancelled, people, trainerName } = session;
  const { seated, waiting } = countPeople(people);
  return (
    <Page
      title={t`${course.title}：${format.dayOfWeek(happensOn)}`}
      lead={
        <>
          {format.minute(startMinute)}–{format.minute(startMinute + minutes)}
          {' · '}
          {place ?? <Trans>线上</Trans>}
          {' · '}
          <Trans>{trainerName} 讲</Trans>
          {' · '}
          <Link to={`/agency/courses/${encodeURIComponent(course.id)}`}>
            <Trans>看这门课程</Trans>
          </Link>
        </>
      }
    >
      {cancelled ? (
        <p>
          <StateBadge tone="quiet">
            <Trans>这一场取消了</Trans>
          </StateBadge>
        </p>
      ) : null}
      {link && !cancelled ? (
        <p className={styles['quiet']}>
          <a href={link} target="_blank" rel="noreferrer">
            <Trans>打开线上会议</Trans>
          </a>
        </p>
      ) : null}
      {happensOn === today && !cancelled ? <RoomCode id={session.id} /> : null}
      <Section
        title={<Trans>名单</Trans>}
        lead={
          <>
            <Trans>
              名额 {seats}，报名 {seated}
            </Trans>
            {waiting > 0 ? (
              <>
                {' · '}
                <Plural value={waiting} other="候补 # 人" />
              </>
            ) : null}
          </>
        }
        aside={
          <Button variant="default" onClick={reload}>
            <Trans>看最新的</Trans>
          </Button>
        }
      >
        {people.length === 0 ? (
          <p className={styles['quiet']}>
            <Trans>还没有人报名。志愿者在手机上“我的培训”里报名。</Trans>
          </p>
        ) : (
          <Card>
            <Attendance session={session} may={happensOn <= today && !cancelled} reload={reload} />
          </Card>
        )}
      </Section>
      {cancelled ? null : <Cancel session={session} reload={reload} />}
      <WhoSees permission="learning.holdSessions" />
    </Page>
  );
}

function Cancel({ session, reload }: { readonly session: Session_SessionFragment; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [{ fetching }, cancel] = useMutation(CANCEL_TRAINING);
  if (countPeople(session.people).there > 0) return null;
  const confirm = async (): Promise<void> => {
    const { data } = await cancel({ input: { meetingId: session.id, version: session.version } });
    const outcome = data?.cancelTraining;
    setAsking(false);
    if (outcome?.__typename === 'TrainingRefused') toast({ tone: 'danger', message: i18n._(REFUSAL[outcome.why]) });
    else if (outcome?.__typename !== 'TrainingMeeting') toast({ tone: 'danger', message: t`没有取消成，请再看一看。` });
    reload();
  };
  return (
    <>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={() => setAsking(true)}>
          <Trans>取消这一场</Trans>
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`取消这一场`}
        confirmLabel={<Trans>取消这一场</Trans>}
        tone="danger"
        busy={fetching}
        onConfirm={confirm}
      >
        <Plural value={session.people.length} other="报名和候补的 # 个人会收到消息，可以换别的场次。" />
      </ConfirmDialog>
    </>
  );
}
