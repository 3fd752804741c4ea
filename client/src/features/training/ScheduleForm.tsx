import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { AgencyCourseQuery, Course_CourseFragment } from '../../gql/graphql.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { minuteOf } from './session-view.js';
import { SCHEDULE_TRAINING } from './training.operations.js';
import { REFUSAL } from './training-words.js';
import styles from './training.module.css';

interface Typed {
  readonly happensOn: string;
  readonly at: string;
  readonly minutes: string;
  readonly place: string;
  readonly link: string;
  readonly seats: string;
  readonly trainerId: string;
}
interface ScheduleFormProps {
  readonly course: Course_CourseFragment;
  readonly trainers: AgencyCourseQuery['trainers'];
}
const whole = (typed: string, min: number, max: number): boolean =>
  /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= min && Number(typed) <= max;

/** A day, a time, where, for how many, and who gives it. */
export function ScheduleForm({ course, trainers }: ScheduleFormProps) {
  const { t, i18n } = useLingui();
  const { name, agency } = useViewer();
  const navigate = useNavigate();
  const toast = useToast();
  const [{ fetching }, schedule] = useMutation(SCHEDULE_TRAINING);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId] = useState(newRequestId);
  const own = trainers.find((one) => one.name === name) ?? trainers[0];
  const { register, handleSubmit, forget, formState } = useKeptForm<Typed>({
    draft: `training.${course.id}`,
    defaultValues: {
      ...{ happensOn: agency.today, at: '14:00', minutes: '120', place: '', link: '', seats: '20' },
      trainerId: own?.personId ?? '',
    },
  });
  const { errors } = formState;
  const submit = handleSubmit(async ({ at, minutes, seats, place, link, ...typed }) => {
    setProblem(null);
    const { data, error } = await schedule({
      input: {
        ...{ ...typed, courseId: course.id, requestId, startMinute: minuteOf(at), minutes: Number(minutes) },
        ...{ seats: Number(seats), place: place.trim() || null, link: link.trim() || null },
      },
    });
    const outcome = data?.scheduleTraining;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'TrainingMeeting') {
      forget();
      toast({ message: t`安排好了，志愿者可以报名了。` });
      return navigate(`/agency/training-sessions/${encodeURIComponent(outcome.id)}`);
    }
    setProblem(
      outcome.__typename === 'TrainingRefused' ? (
        i18n._(REFUSAL[outcome.why])
      ) : (
        <Trans>请选从今天起一年以内的一天，当天结束；写上地点，或者 https 开头的链接。</Trans>
      ),
    );
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>安排好</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <TextInput
          type="date"
          label={t`哪一天`}
          min={agency.today}
          error={errors.happensOn ? t`请选今天或以后的日子。` : undefined}
          {...register('happensOn', { validate: (day) => day >= agency.today })}
        />
        <TextInput
          type="time"
          label={t`几点开始`}
          error={errors.at ? t`请选一个时间。` : undefined}
          {...register('at', { required: true })}
        />
        <TextInput
          label={t`多少分钟`}
          inputMode="numeric"
          error={errors.minutes ? t`请写 10 到 600。` : undefined}
          {...register('minutes', { validate: (typed) => whole(typed, 10, 600) })}
        />
        <TextInput
          label={t`多少名额`}
          inputMode="numeric"
          error={errors.seats ? t`请写 1 到 300。` : undefined}
          {...register('seats', { validate: (typed) => whole(typed, 1, 300) })}
        />
      </div>
      <TextInput
        label={t`在哪里`}
        maxLength={120}
        error={errors.place ? t`请写地点；线上的，请在下面写链接。` : undefined}
        {...register('place', { validate: (place, { link }) => place.trim() !== '' || link.trim() !== '' })}
      />
      <TextInput
        label={t`线上链接`}
        description={t`只给报了名的人看。`}
        maxLength={300}
        error={errors.link ? t`请写 https 开头的链接，或者空着。` : undefined}
        {...register('link', { validate: (link) => link.trim() === '' || link.trim().startsWith('https://') })}
      />
      <NativeSelect
        label={t`谁来讲`}
        data={trainers.map((one) => ({ value: one.personId, label: one.name }))}
        {...register('trainerId')}
      />
    </Form>
  );
}
