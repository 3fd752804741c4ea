import { Trans } from '@lingui/react/macro';
import type { CourseLessons } from '@tongxing/shared/rules';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { LessonBody } from './LessonBody.js';
import { LESSON } from './learning.operations.js';
import { useWords } from './use-words.js';

/** One lesson: to be read slowly, then two questions. */
export default function LessonPage({ lessons: which }: { readonly lessons: CourseLessons }) {
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
      <LessonBody lesson={lesson} next={lessons[at + 1]} />
    </Page>
  );
}
