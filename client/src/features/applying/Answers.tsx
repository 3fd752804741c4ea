import { Trans, useLingui } from '@lingui/react/macro';
import type { ApplicationAnswers, ApplyStep } from '@tongxing/shared/rules';
import type { ReactNode } from 'react';
import type { Apply_FormFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './applying.module.css';
import { STEP, useFormWords } from './applying-words.js';

interface AnswersProps {
  readonly form: Apply_FormFragment;
  readonly answers: ApplicationAnswers;
  /** The screens that may still be changed. */
  readonly open: readonly ApplyStep[];
  readonly go: (step: ApplyStep) => void;
}

/** Everything that was said, screen by screen, each with the way back to it. */
export function Answers({ form, answers, open, go }: AnswersProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const words = useFormWords();
  const area = form.areas.find(({ code }) => code === answers.areaCode);
  const said: readonly (readonly [ApplyStep, ReactNode])[] = [
    [
      'ABOUT',
      <>
        {[answers.name, answers.phone, answers.birthDate ? format.day(answers.birthDate) : '']
          .filter(Boolean)
          .join(' · ')}
        {answers.guardianName ? (
          <>
            <br />
            <Trans>
              监护人：{answers.guardianName} {answers.guardianPhone}
            </Trans>
          </>
        ) : null}
      </>,
    ],
    ['INTERESTS', format.list(words.interests(answers.interests ?? []))],
    ['TIMES', format.list((answers.freeTimes ?? []).map((time) => format.weeklyTime(time)))],
    ['PLACE', area ? (i18n.locale === 'en' && area.nameEn !== '' ? area.nameEn : area.name) : ''],
    ['SKILLS', format.list([...words.languages(answers.languages ?? []), ...words.skills(answers.skills ?? [])])],
    ['MOTIVE', [answers.motive, answers.experience].filter((text) => text?.trim()).join('\n\n')],
    [
      'REFEREES',
      format.list((answers.referees ?? []).map(({ name, relation }) => [name, relation].filter(Boolean).join(' · '))),
    ],
  ];
  return (
    <div>
      {said.map(([step, text]) => (
        <section key={step} className={styles['part']}>
          <div>
            <h3>{i18n._(STEP[step])}</h3>
            {open.includes(step) ? (
              <Button variant="subtle" aria-label={t`改一改：${i18n._(STEP[step])}`} onClick={() => go(step)}>
                <Trans>改一改</Trans>
              </Button>
            ) : null}
          </div>
          <p>{text === '' ? <Trans>没有填写</Trans> : text}</p>
        </section>
      ))}
    </div>
  );
}
