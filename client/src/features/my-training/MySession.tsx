import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import type { MyTraining_MineFragment, TrainingRefusal } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ATTEND, ENROL, LEAVE } from './my-training.operations.js';
import { PLACE, REFUSAL } from './my-training-words.js';
import styles from './my-training.module.css';

interface MySessionProps {
  readonly session: MyTraining_MineFragment['sessions'][number];
  readonly title: string;
  readonly reload: () => void;
}
type Answer = { readonly __typename: string; readonly why?: TrainingRefusal } | undefined;

/** One session: a seat or the waiting list, the way out, and the code on the day. */
export function MySession({ session, title, reload }: MySessionProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [enrolling, enrol] = useMutation(ENROL);
  const [leaving, leave] = useMutation(LEAVE);
  const { id, happensOn, startMinute, minutes, place, link, seats, taken, mine, waitingBefore } = session;
  const day = format.dayOfWeek(happensOn);
  const answered = (answer: Answer, done: string): void => {
    if (answer?.__typename === 'MyTraining') toast({ message: done });
    else if (answer?.why) toast({ tone: 'danger', message: i18n._(REFUSAL[answer.why]) });
    else toast({ tone: 'danger', message: t`没有成功，请看看网络，再试一次。` });
    reload();
  };
  const press = async (): Promise<void> => {
    if (mine) answered((await leave({ input: { meetingId: id } })).data?.leaveTraining, t`退出了，名额让给下一位。`);
    else {
      const done = taken < seats ? t`报好名了。` : t`名额满了，您排在候补里；有人退出会告诉您。`;
      answered((await enrol({ input: { meetingId: id } })).data?.enrolInTraining, done);
    }
  };
  return (
    <section className={styles['session']} aria-label={`${title} ${day}`}>
      <div className={styles['head']}>
        <h4>
          {day} {format.minute(startMinute)}–{format.minute(startMinute + minutes)}
        </h4>
        {mine ? (
          <StateBadge tone={PLACE[mine].tone}>{i18n._(PLACE[mine].word)}</StateBadge>
        ) : taken < seats ? (
          <span className={styles['quiet']}>
            <Plural value={seats - taken} other="还有 # 个名额" />
          </span>
        ) : (
          <span className={styles['quiet']}>
            <Trans>名额满了，可以候补</Trans>
          </span>
        )}
      </div>
      <p className={styles['quiet']}>
        {place ?? <Trans>线上</Trans>}
        {link ? (
          <>
            {' · '}
            <a href={link} target="_blank" rel="noreferrer">
              <Trans>打开线上会议</Trans>
            </a>
          </>
        ) : null}
      </p>
      {mine === 'WAITING' ? (
        <p className={styles['quiet']}>
          {waitingBefore === 0 ? (
            <Trans>下一个就是您。</Trans>
          ) : (
            <Plural value={waitingBefore} other="前面还有 # 个人。" />
          )}
        </p>
      ) : null}
      {session.codeOpen ? <CodeForm id={id} reload={reload} /> : null}
      {session.lessonsOpen ? (
        <p>
          <Link to="/volunteer/learn">
            <Trans>还差在手机上学完保护孩子的课，就记进培训。</Trans>
          </Link>
        </p>
      ) : null}
      {mine === 'ATTENDED' ? null : (
        <div>
          <Button
            variant={mine ? 'subtle' : 'filled'}
            size="md"
            aria-label={mine ? t`退出${day}这一场` : t`报名${day}这一场`}
            loading={enrolling.fetching || leaving.fetching}
            onClick={() => void press()}
          >
            {mine ? <Trans>让出名额</Trans> : taken < seats ? <Trans>报名参加</Trans> : <Trans>候补</Trans>}
          </Button>
        </div>
      )}
    </section>
  );
}

function CodeForm({ id, reload }: { readonly id: string; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const [{ fetching }, attend] = useMutation(ATTEND);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { register, handleSubmit, reset, formState } = useKeptForm<{ readonly code: string }>({
    ...{ draft: `room.${id}`, defaultValues: { code: '' }, secret: ['code'] },
  });
  const submit = handleSubmit(async ({ code }) => {
    setProblem(null);
    const { data, error } = await attend({ input: { meetingId: id, code } });
    const outcome = data?.attendTraining;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'MyTraining') {
      reset();
      toast({ message: t`签到好了，谢谢您来。` });
      return reload();
    }
    if (outcome.__typename !== 'TrainingRefused') return setProblem(<Trans>这一场刚刚有了变化，请刷新页面。</Trans>);
    const { triesLeft } = outcome;
    setProblem(
      <>
        {i18n._(REFUSAL[outcome.why])}{' '}
        {typeof triesLeft === 'number' ? <Plural value={triesLeft} other="还可以试 # 次。" /> : null}
      </>,
    );
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>我到了</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TextInput
        label={t`签到码`}
        description={t`看讲课的人屏幕上的六个数字。`}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        error={formState.errors.code ? t`请输入六个数字。` : undefined}
        {...register('code', { validate: (code) => /^\d{6}$/.test(code.replaceAll(/\s/g, '')) })}
      />
    </Form>
  );
}
