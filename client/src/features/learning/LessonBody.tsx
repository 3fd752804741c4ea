import { Trans, useLingui } from '@lingui/react/macro';
import { Card } from '../../ui/page/Page.js';
import type { Lesson, Words } from './lesson.js';
import styles from './learning.module.css';
import { Quiz } from './Quiz.js';
import { useWords } from './use-words.js';

interface LessonBodyProps {
  readonly lesson: Lesson;
  readonly next: { readonly key: string; readonly title: Words } | undefined;
  /** Where one goes after the last lesson; the course's page where it is left out. */
  readonly home?: string | undefined;
}

/** A lesson to be read slowly, then its questions. */
export function LessonBody({ lesson, next, home }: LessonBodyProps) {
  const { t } = useLingui();
  return (
    <>
      <div className={styles['text']}>
        {lesson.passages.map((passage, index) => (
          <Passage key={index} {...passage} />
        ))}
      </div>
      <Card>
        <h2>{t`想一想`}</h2>
        <Quiz key={lesson.key} lesson={lesson} next={next} home={home} />
      </Card>
    </>
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
