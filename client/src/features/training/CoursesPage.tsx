import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { Course_CourseFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { LinkButton } from '../../ui/button/Button.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { SessionList } from './SessionList.js';
import { COURSE, COURSES, SESSION } from './training.operations.js';
import { KIND, TASK, WAY } from './training-words.js';
import styles from './training.module.css';

/** What the agency teaches, and the sessions to come. */
export default function CoursesPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: COURSES, requestPolicy: 'cache-and-network' });
  const courses = data?.agencyCourses.map((course) => readFragment(COURSE, course)) ?? [];
  const sessions = data?.trainingMeetings.map((session) => readFragment(SESSION, session)) ?? [];
  return (
    <Page
      title={t`培训课程`}
      lead={<Trans>志愿者学什么、学完可以做什么、有效多久，都在这里定下来。</Trans>}
      actions={
        <>
          <LinkButton to="/agency/coaching" variant="default">
            <Trans>谁停在哪里</Trans>
          </LinkButton>
          {may('learning.decideCredit') ? (
            <LinkButton to="/agency/training-credit" variant="default">
              <Trans>别处学过的培训</Trans>
            </LinkButton>
          ) : null}
          {may('learning.keepCourses') ? (
            <LinkButton to="/agency/courses/new">
              <Trans>添一门课程</Trans>
            </LinkButton>
          ) : null}
        </>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : courses.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>还没有课程</Trans>}>
          <p>
            {may('learning.keepCourses') ? (
              <Trans>先添一门岗前培训：学完的人，才可以开始陪伴孩子。</Trans>
            ) : (
              <Trans>课程由督导者或机构负责人来添。</Trans>
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          <Section title={<Trans>接下来的场次</Trans>}>
            {sessions.length === 0 ? (
              <p className={styles['quiet']}>
                <Trans>还没有安排。打开一门课程，就可以安排一场。</Trans>
              </p>
            ) : (
              <SessionList sessions={sessions} />
            )}
          </Section>
          <Section title={<Trans>全部课程</Trans>}>
            <ul className={styles['list']}>
              {courses.map((course) => (
                <li key={course.id}>
                  <CourseCard course={course} />
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
      <WhoSees permission="learning.read" />
    </Page>
  );
}

function CourseCard({ course }: { readonly course: Course_CourseFragment }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { id, title, kind, way, tasks, validMonths, open } = course;
  return (
    <Card>
      <div className={styles['head']}>
        <h3>
          <Link to={`/agency/courses/${encodeURIComponent(id)}`} lang={dataLang(title)}>
            {title}
          </Link>
        </h3>
        {open ? (
          <StateBadge tone="good">{i18n._(KIND[kind])}</StateBadge>
        ) : (
          <StateBadge tone="quiet">
            <Trans>不再开</Trans>
          </StateBadge>
        )}
      </div>
      <p className={styles['quiet']}>
        {i18n._(WAY[way])}
        {' · '}
        {format.list(tasks.map((task) => i18n._(TASK[task])))}
        {' · '}
        {typeof validMonths === 'number' ? (
          <Plural value={validMonths} other="有效 # 个月" />
        ) : (
          <Trans>有效期按机构设置</Trans>
        )}
      </p>
    </Card>
  );
}
