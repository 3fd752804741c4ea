import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconCircleCheck, IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { Progress } from '../../ui/progress/Progress.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './learning.module.css';
import { COURSE_OUTLINE } from './learning.operations.js';
import { useWords } from './use-words.js';

/** The course on keeping children safe: its lessons, and how far one has come. */
export default function CoursePage() {
  const { t } = useLingui();
  const say = useWords();
  const format = useFormat();
  const [{ data, error }, load] = useQuery({ query: COURSE_OUTLINE, requestPolicy: 'cache-and-network' });
  const { lessons = [], finishedAt } = data?.safeguardingCourse ?? {};
  const done = lessons.filter((lesson) => lesson.done).length;
  return (
    <Page
      title={t`保护孩子的课`}
      width="narrow"
      lead={<Trans>每课几分钟，读完回答两个小问题。可以分几次学，学到哪里都记着。</Trans>}
    >
      {data ? (
        <>
          {finishedAt ? (
            <Card tone="good">
              <h2>
                <Trans>全部学完了，谢谢您</Trans>
              </h2>
              <p>
                <Trans>{format.dayOf(finishedAt)} 已经记进您的培训。什么时候想再看，都可以回来。</Trans>
              </p>
            </Card>
          ) : (
            <Progress label={t`学完 ${done} 课，共 ${lessons.length} 课`} value={done} max={lessons.length} />
          )}
          <ol className={styles['lessons']}>
            {lessons.map((lesson) => (
              <li key={lesson.key}>
                <Link to={lesson.key} className={styles['lesson']} data-done={lesson.done}>
                  <span className={styles['place']} aria-hidden>
                    {lesson.done ? <IconCircleCheck size={24} stroke={1.75} /> : lesson.place}
                  </span>
                  <span>
                    <strong>{say(lesson.title)}</strong>
                    <small>
                      {lesson.done ? <Trans>已学完</Trans> : <Plural value={lesson.minutes} other="约 # 分钟" />}
                    </small>
                  </span>
                  <IconChevronRight size={20} stroke={1.75} aria-hidden />
                </Link>
              </li>
            ))}
          </ol>
        </>
      ) : error ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : (
        <LoadingState />
      )}
    </Page>
  );
}
