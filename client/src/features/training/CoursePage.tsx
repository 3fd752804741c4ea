import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { Course_CourseFragment } from '../../gql/graphql.js';
import { Button, LinkButton } from '../../ui/button/Button.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { courseInput, typedCourse, type TypedCourse } from './course-form.js';
import { CourseForm, CourseRefusal } from './CourseForm.js';
import { ScheduleForm } from './ScheduleForm.js';
import { SessionList } from './SessionList.js';
import { CHANGE_COURSE, CLOSE_COURSE, COURSE, ONE_COURSE, SESSION } from './training.operations.js';
import { KIND, TASK, WAY } from './training-words.js';
import styles from './training.module.css';

interface PartProps {
  readonly course: Course_CourseFragment;
  readonly reload: () => void;
}

/** One course: what it is, its sessions, and a new one. */
export default function CoursePage() {
  const { i18n } = useLingui();
  const format = useFormat();
  const may = useMay();
  const { id = '' } = useParams();
  const [{ data, error }, load] = useQuery({
    query: ONE_COURSE,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={8} />;
  const course = data.agencyCourse && readFragment(COURSE, data.agencyCourse);
  if (!course) return <NotFoundState home="/agency/courses" />;
  const sessions = data.trainingMeetings.map((session) => readFragment(SESSION, session));
  const { kind, way, tasks, validMonths, open } = course;
  return (
    <Page
      title={course.title}
      lead={
        <>
          {i18n._(KIND[kind])}
          {' · '}
          {i18n._(WAY[way])}
          {open ? null : (
            <>
              {' · '}
              <Trans>不再开</Trans>
            </>
          )}
        </>
      }
      actions={
        <LinkButton to="/agency/courses" variant="default">
          <Trans>全部课程</Trans>
        </LinkButton>
      }
    >
      <Card>
        <p className={styles['words']} lang={dataLang(course.about)}>
          {course.about}
        </p>
        <Facts>
          <Fact name={<Trans>学完可以做</Trans>}>{format.list(tasks.map((task) => i18n._(TASK[task])))}</Fact>
          <Fact name={<Trans>有效期</Trans>}>
            {typeof validMonths === 'number' ? (
              <Plural value={validMonths} other="# 个月" />
            ) : (
              <Trans>按机构设置里的天数</Trans>
            )}
          </Fact>
        </Facts>
      </Card>
      {way === 'ONLINE' ? (
        <p className={styles['quiet']}>
          <Trans>这门课程在手机上学，不安排场次；答对全部问题的那一天，就记进培训。</Trans>
        </p>
      ) : (
        <Section title={<Trans>场次</Trans>}>
          {sessions.length === 0 ? (
            <p className={styles['quiet']}>
              <Trans>还没有安排过。</Trans>
            </p>
          ) : (
            <SessionList sessions={sessions} />
          )}
          {open ? (
            <details>
              <summary>
                <Trans>安排一场</Trans>
              </summary>
              <Card>
                <ScheduleForm course={course} trainers={data.trainers} />
              </Card>
            </details>
          ) : null}
        </Section>
      )}
      {may('learning.keepCourses') ? <Change key={course.version} course={course} reload={reload} /> : null}
      <WhoSees permission="learning.read" />
    </Page>
  );
}

function Change({ course, reload }: PartProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, change] = useMutation(CHANGE_COURSE);
  const [closing, close] = useMutation(CLOSE_COURSE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { id: courseId, version, open } = course;
  const send = async (typed: TypedCourse, forget: () => void): Promise<void> => {
    setProblem(null);
    const { data, error } = await change({ input: { courseId, version, course: courseInput(typed) } });
    const outcome = data?.changeCourse;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename !== 'AgencyCourse') {
      return setProblem(<CourseRefusal stale={outcome.__typename === 'StaleVersion'} />);
    }
    forget();
    toast({ message: t`改好了。以前学完的人不受影响。` });
    reload();
  };
  const press = async (): Promise<void> => {
    const { data } = await close({ input: { courseId, version, closed: open } });
    if (data?.closeCourse.__typename !== 'AgencyCourse') {
      toast({ tone: 'danger', message: t`这门课程刚刚有了变化，请再看一看。` });
    }
    reload();
  };
  return (
    <details>
      <summary>
        <Trans>改一改，或不再开</Trans>
      </summary>
      <Card>
        <CourseForm
          draft={`course.${courseId}.${String(version)}`}
          start={typedCourse(course)}
          submitLabel={<Trans>改好了</Trans>}
          busy={fetching}
          problem={problem}
          send={send}
        />
        <div className={styles['buttons']}>
          <Button variant="default" loading={closing.fetching} onClick={() => void press()}>
            {open ? <Trans>不再开这门课程</Trans> : <Trans>重新开这门课程</Trans>}
          </Button>
        </div>
      </Card>
    </details>
  );
}
