import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { MyTraining_MineFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { MINE, MY_TRAINING } from './my-training.operations.js';
import { EVIDENCE, KIND, TASK, WAY } from './my-training-words.js';
import styles from './my-training.module.css';
import { MySession } from './MySession.js';

type Mine = MyTraining_MineFragment;
type Course = Mine['courses'][number];

/** What a volunteer can learn, where they have a seat, and what they learned. */
export default function MyTrainingPage() {
  const { t } = useLingui();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: MY_TRAINING, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const mine = data && readFragment(MINE, data.myTraining);
  return (
    <Page
      title={t`我的培训`}
      width="narrow"
      lead={<Trans>学会了再出发。选一场报名，到了现场输入签到码，就记进您的培训。</Trans>}
    >
      {error && !mine ? (
        <ErrorState error={error} retry={reload} />
      ) : !mine ? (
        <LoadingState />
      ) : (
        <>
          <Section title={<Trans>可以学的</Trans>}>
            {mine.courses.length === 0 ? (
              <EmptyState drawing={<HandsWithBook />} title={<Trans>机构还没有开课</Trans>}>
                <p>
                  <Trans>开了课，这里就能报名。着急的话，可以问问机构。</Trans>
                </p>
              </EmptyState>
            ) : (
              <ul className={styles['list']}>
                {mine.courses.map((course) => (
                  <li key={course.id}>
                    <CourseCard course={course} mine={mine} reload={reload} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {may('learning.askCredit') ? (
            <p>
              <Link to="/volunteer/training/credit">
                <Trans>在别处学过？请机构看一看证明</Trans>
              </Link>
            </p>
          ) : null}
          <Done done={mine.done} />
        </>
      )}
    </Page>
  );
}

function CourseCard({ course, mine, reload }: { course: Course; mine: Mine; reload: () => void }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const sessions = mine.sessions.filter(({ courseId }) => courseId === course.id);
  const { title, about, kind, way, lessons, tasks, validMonths } = course;
  return (
    <Card>
      <div className={styles['head']}>
        <h3 lang={dataLang(title)}>{title}</h3>
        <span className={styles['quiet']}>{i18n._(KIND[kind])}</span>
      </div>
      <p className={styles['words']} lang={dataLang(about)}>
        {about}
      </p>
      <p className={styles['quiet']}>
        {i18n._(WAY[way])}
        {' · '}
        <Trans>学完可以做：{format.list(tasks.map((task) => i18n._(TASK[task])))}</Trans>
        {typeof validMonths === 'number' ? (
          <>
            {' · '}
            <Plural value={validMonths} other="有效 # 个月" />
          </>
        ) : null}
      </p>
      {way === 'SESSIONS' ? null : (
        <p>
          {lessons === 'RIGHTS' ? (
            <Link to="/volunteer/learn-rights">
              <Trans>去学权利和义务的课</Trans>
            </Link>
          ) : (
            <Link to="/volunteer/learn">
              <Trans>去学保护孩子的课</Trans>
            </Link>
          )}
        </p>
      )}
      {way === 'ONLINE' ? null : sessions.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>还没有安排场次，安排了这里就能报名。</Trans>
        </p>
      ) : (
        sessions.map((session) => <MySession key={session.id} session={session} title={title} reload={reload} />)
      )}
    </Card>
  );
}

function Done({ done }: { readonly done: Mine['done'] }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { today } = useViewer().agency;
  if (done.length === 0) return null;
  return (
    <Section title={<Trans>学过的</Trans>}>
      <ul className={styles['list']}>
        {done.map(({ kind, title, happenedOn, validUntil, evidence }, index) => (
          <li key={index}>
            <Card>
              <div className={styles['head']}>
                <h3>{title ? <span lang={dataLang(title)}>{title}</span> : i18n._(KIND[kind])}</h3>
                {validUntil >= today ? (
                  <StateBadge tone="good">
                    <Trans>有效到 {format.day(validUntil)}</Trans>
                  </StateBadge>
                ) : (
                  <StateBadge tone="waiting">
                    <Trans>{format.day(validUntil)} 到期了</Trans>
                  </StateBadge>
                )}
              </div>
              <p className={styles['quiet']}>
                {format.day(happenedOn)}
                {evidence ? ` · ${i18n._(EVIDENCE[evidence])}` : null}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
