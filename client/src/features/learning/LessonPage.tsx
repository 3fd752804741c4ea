import { Trans, useLingui } from '@lingui/react/macro';
import type { CourseLessons } from '@tongxing/shared/rules';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Card, Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import type { Lesson } from './lesson.js';
import styles from './learning.module.css';
import { LESSON } from './learning.operations.js';
import { Quiz } from './Quiz.js';
import { useWords } from './use-words.js';

/** One lesson: to be read slowly, then two questions. */
export default function LessonPage({ lessons: which }: { readonly lessons: CourseLessons }) {
  const { t } = useLingui();
  const say = useWords();
  const { lesson: key } = useParams();
  const [{ data, error }, load] = useQuery({ query: LESSON, variables: { lessons: which } });
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState />;
  const { lessons } = data.onlineCourse;
  const at = lessons.findIndex((lesson) => lesson.key === key);
  const lesson = lessons[at];
  if (!lesson) return <NotFoundState home=".." />;
  return (
    <Page
      title={say(lesson.title)}
      width="narrow"
      lead={
        <Link to=".." relative="path">
          <Trans>
            第 {lesson.place} 课，共 {lessons.length} 课
          </Trans>
        </Link>
      }
    >
      <div className={styles['text']}>
        {lesson.passages.map((passage, index) => (
          <Passage key={index} {...passage} />
        ))}
      </div>
      <Card>
        <h2>{t`想一想`}</h2>
        <Quiz key={lesson.key} lesson={lesson} next={lessons[at + 1]} />
      </Card>
    </Page>
  );
}

function Passage({ kind, text }: Lesson['passages'][number]) {
  const say = useWords();
  const words = say(text);
  switch (kind) {
    case 'TEXT':
      return <p>{words}</p>;
    case 'SCENE':
      return (
        <blockquote className={styles['scene']}>
          <p>{words}</p>
        </blockquote>
      );
    case 'DO':
    case 'NEVER':
      return (
        <p className={styles['rule']} data-kind={kind}>
          <strong>{kind === 'DO' ? <Trans>这样做</Trans> : <Trans>从不这样做</Trans>}</strong>
          <span>{words}</span>
        </p>
      );
  }
}
