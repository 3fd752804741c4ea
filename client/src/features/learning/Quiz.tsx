import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import type { QuizOptionKey } from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import type { Lesson, Mark, Words } from './lesson.js';
import styles from './learning.module.css';
import { ANSWER_LESSON } from './learning.operations.js';
import { useWords } from './use-words.js';

type Answers = Readonly<Record<string, QuizOptionKey | ''>>;

interface QuizProps {
  readonly lesson: Lesson;
  readonly next: { readonly key: string; readonly title: Words } | undefined;
  /** Where one goes after the last lesson; the course's page where it is left out. */
  readonly home?: string | undefined;
}

/** Questions to think about: a wrong answer says why, and is chosen anew. */
export function Quiz({ lesson, next, home }: QuizProps) {
  const { t } = useLingui();
  const say = useWords();
  const [{ fetching }, answer] = useMutation(ANSWER_LESSON);
  const [marks, setMarks] = useState<readonly Mark[]>();
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Answers>({
    draft: `lesson.${lesson.key}`,
    defaultValues: Object.fromEntries(lesson.quiz.map(({ key }) => [key, ''])),
  });
  const chosen = form.watch();
  const learned = marks?.every(({ right }) => right) === true;
  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const answers = lesson.quiz.map(({ key }) => ({ question: key, option: values[key] || 'A' }));
    const { data, error } = await answer({ input: { lesson: lesson.key, answers } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const outcome = data.answerLesson;
    switch (outcome.__typename) {
      case 'LessonAnswered':
        setMarks(outcome.marks);
        if (outcome.marks.every(({ right }) => right)) form.forget();
        return;
      case 'InvalidInput':
      case 'NotFound':
        setProblem(<Trans>这一课刚刚有了更新。请刷新页面再读一遍，您选的还在。</Trans>);
        return;
      default:
        assertUnreachable(outcome);
    }
  });
  if (learned) {
    return (
      <>
        <div role="status">
          <p>
            <strong>
              <Trans>都想到了。这一课学完了。</Trans>
            </strong>
          </p>
          <Reasons lesson={lesson} marks={marks} />
        </div>
        {next ? (
          <Link to={`../${next.key}`} relative="path" className={styles['next']}>
            <Trans>下一课：{say(next.title)}</Trans>
          </Link>
        ) : (
          <Link to={home ?? '..'} relative="path" className={styles['next']}>
            {home ? <Trans>接着准备</Trans> : <Trans>回到课程</Trans>}
          </Link>
        )}
      </>
    );
  }
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>看看我想得对不对</Trans>}
      busy={fetching}
      problem={problem}
    >
      {lesson.quiz.map(({ key, ask, options }) => {
        const mark = marks?.find(({ question, option }) => question === key && option === chosen[key]);
        return (
          <FieldGroup
            key={key}
            label={say(ask)}
            error={form.formState.errors[key] ? t`请选一个。` : mark && !mark.right ? say(mark.why) : undefined}
          >
            {options.map((option) => (
              <Radio
                key={option.key}
                label={say(option.text)}
                value={option.key}
                {...form.register(key, { required: true })}
              />
            ))}
            {mark?.right ? <p className={styles['right']}>{say(mark.why)}</p> : null}
          </FieldGroup>
        );
      })}
    </Form>
  );
}

function Reasons({ lesson, marks }: { readonly lesson: Lesson; readonly marks: readonly Mark[] }) {
  const say = useWords();
  return (
    <ul className={styles['reasons']}>
      {lesson.quiz.map(({ key, options }) => {
        const mark = marks.find(({ question }) => question === key);
        const option = options.find((one) => one.key === mark?.option);
        return mark && option ? (
          <li key={key}>
            {say(option.text)}
            <br />
            <span className={styles['right']}>{say(mark.why)}</span>
          </li>
        ) : null;
      })}
    </ul>
  );
}
