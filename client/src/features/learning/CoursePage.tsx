import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CourseLessons } from '@tongxing/shared/rules';
import { IconCircleCheck, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { Progress } from '../../ui/progress/Progress.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './learning.module.css';
import { COURSE_OUTLINE, TAKE_AGAIN } from './learning.operations.js';
import { useWords } from './use-words.js';

const TITLE: Readonly<Record<CourseLessons, MessageDescriptor>> = {
  SAFEGUARDING: msg`保护孩子的课`,
  RIGHTS: msg`权利和义务的课`,
};

/** Lessons of the platform, how far one has come in them, and taking them again. */
export default function CoursePage({ lessons: which }: { readonly lessons: CourseLessons }) {
  const { t, i18n } = useLingui();
  const say = useWords();
  const format = useFormat();
  const [{ data, error }, load] = useQuery({
    query: COURSE_OUTLINE,
    variables: { lessons: which },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const { lessons = [], finishedAt, mayTakeAgain, round = 1 } = data?.onlineCourse ?? {};
  const done = lessons.filter((lesson) => lesson.done).length;
  const whole = lessons.length > 0 && done === lessons.length;
  return (
    <Page
      title={i18n._(TITLE[which])}
      width="narrow"
      lead={<Trans>每课几分钟，读完回答两个小问题。可以分几次学，学到哪里都记着。</Trans>}
    >
      {data ? (
        <>
          {finishedAt && whole ? (
            <Card tone="good">
              <h2>
                <Trans>全部学完了，谢谢您</Trans>
              </h2>
              <p>
                <Trans>{format.dayOf(finishedAt)} 学完的。什么时候想再看，都可以回来。</Trans>
              </p>
              {mayTakeAgain ? <Again which={which} begun={reload} /> : null}
            </Card>
          ) : (
            <>
              <Progress label={t`学完 ${done} 课，共 ${lessons.length} 课`} value={done} max={lessons.length} />
              {round > 1 && finishedAt ? (
                <p className={styles['quiet']}>
                  <Trans>
                    这是第 {round} 遍。{format.dayOf(finishedAt)} 学完的那一遍照样算数，到期为止。
                  </Trans>
                </p>
              ) : null}
            </>
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
          <p className={styles['quiet']}>
            <Trans>一道题想几遍都可以。陪您学的同事只看得到哪一课值得一起再读。</Trans>{' '}
            {which === 'SAFEGUARDING' ? (
              <Link to="/volunteer/learn-rights">
                <Trans>去学权利和义务的课</Trans>
              </Link>
            ) : (
              <Link to="/volunteer/learn">
                <Trans>去学保护孩子的课</Trans>
              </Link>
            )}
          </p>
        </>
      ) : error ? (
        <ErrorState error={error} retry={reload} />
      ) : (
        <LoadingState />
      )}
    </Page>
  );
}

/** Another round, to renew what the lessons count for. */
function Again({ which, begun }: { readonly which: CourseLessons; readonly begun: () => void }) {
  const [{ fetching }, takeAgain] = useMutation(TAKE_AGAIN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const begin = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await takeAgain({ input: { lessons: which } });
    if (!data) return setProblem(<RequestFault error={error} />);
    // Begun on another device by now, or not to be begun: what stands is shown.
    begun();
  };
  return (
    <>
      <p>
        <Trans>培训快到期，或者想再想一遍？从头再学一次，学完按那一天重新算。学过的不会因此少。</Trans>
      </p>
      <Button loading={fetching} onClick={() => void begin()}>
        <Trans>再学一遍</Trans>
      </Button>
      {problem ? <div role="alert">{problem}</div> : null}
    </>
  );
}
