import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation } from 'urql';
import { readFragment } from '../../gql/index.js';
import type { TeamDay_AllFragment, TeamDayPageQuery, TeamTasks } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Checkbox, NativeSelect, Radio, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { fenOf } from '../../ui/format/money.js';
import { BookingProblem } from './BookingProblem.js';
import { costView, wishFaults } from './booking-form.js';
import { peopleOf, tasksOf } from './days-view.js';
import { bookingPath } from './paths.js';
import styles from './team-booking.module.css';
import { BOOKING_OUTCOME, HOLD_TEAM_DAY, WAIT_FOR_TEAM_DAY } from './team-booking.operations.js';
import { useBookingWords } from './use-booking-words.js';

interface Values {
  readonly teamId: string;
  readonly people: string;
  readonly tasks: TeamTasks;
  readonly partly: boolean;
  readonly budget: string;
}
interface HoldFormProps {
  readonly day: TeamDay_AllFragment;
  readonly teams: TeamDayPageQuery['myTeams'];
  readonly reload: () => void;
}

/** How many, for what, for how much; the button holds what is free, or takes a place in the line. */
export function HoldForm({ day, teams, reload }: HoldFormProps) {
  const { t } = useLingui();
  const words = useBookingWords();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [held, hold] = useMutation(HOLD_TEAM_DAY);
  const [waited, wait] = useMutation(WAIT_FOR_TEAM_DAY);
  const [problem, setProblem] = useState<ReactNode>(null);
  // The same wish sent twice is one booking; another wish is another.
  const [requestId, setRequestId] = useState(newRequestId);
  const offered = tasksOf(day);
  const first = offered.find(({ free }) => free > 0) ?? offered[0];
  const form = useKeptForm<Values>({
    draft: `team-day.${day.id}`,
    defaultValues: {
      teamId: teams[0]?.id ?? '',
      people: address.get('people') ?? '',
      tasks: first?.tasks ?? 'WITH_CHILDREN',
      partly: false,
      budget: '',
    },
  });
  const { errors } = form.formState;
  const typed = form.watch();
  const people = peopleOf(typed.people);
  const places = offered.find(({ tasks }) => tasks === typed.tasks);
  const free = places?.free ?? 0;
  const short = people !== undefined && people > free;
  const cost = costView(day.costLines, typed);
  const send = async (values: Values, count: number, inLine: boolean) => {
    setProblem(null);
    const team = teams.find(({ id }) => id === values.teamId) ?? teams[0];
    const input = {
      ...{ teamId: team?.id ?? '', activityId: day.id, people: count, tasks: values.tasks, requestId },
      ...{ partly: inLine && values.partly, budget: fenOf(values.budget) ?? null },
    };
    const { data, error } = await (inLine ? wait({ input }) : hold({ input }));
    if (!data) return setProblem(<RequestFault error={error} />);
    const outcome = readFragment(BOOKING_OUTCOME, data.outcome);
    setRequestId(newRequestId());
    if (outcome.__typename !== 'TeamBooking') {
      setProblem(<BookingProblem outcome={outcome} reload={reload} />);
      return reload();
    }
    form.forget();
    await navigate(bookingPath(outcome.id));
  };
  const checked = (inLine: boolean, most?: number) =>
    form.handleSubmit(async (values) => {
      const faults = wishFaults(values);
      if (faults.includes('people')) form.setError('people', { message: t`请写 1 到 500 之间的整数。` });
      if (faults.includes('budget')) form.setError('budget', { message: t`请写金额，比如 1200 或 1200.50。` });
      const count = peopleOf(values.people);
      if (faults.length > 0 || count === undefined) return;
      await send(values, Math.min(count, most ?? count), inLine);
    });
  return (
    <Form
      onSubmit={(event) => void checked(short)(event)}
      submitLabel={
        people === undefined ? (
          <Trans>留住名额</Trans>
        ) : short ? (
          <Trans>排队等 {people} 个名额</Trans>
        ) : (
          <Trans>留住 {people} 个名额</Trans>
        )
      }
      busy={held.fetching || waited.fetching}
      problem={problem}
      aside={
        short && free > 0 ? (
          <Button variant="default" onClick={(event) => void checked(false, free)(event)}>
            <Trans>先留住 {free} 个</Trans>
          </Button>
        ) : null
      }
    >
      {teams.length > 1 ? (
        <NativeSelect
          label={t`哪个团队`}
          data={teams.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.register('teamId')}
        />
      ) : null}
      <TextInput
        label={t`来几位`}
        size="md"
        type="number"
        min={1}
        max={500}
        inputMode="numeric"
        error={errors.people?.message}
        {...form.register('people')}
      />
      <FieldGroup label={t`做什么`}>
        {offered.map(({ tasks, free: left }) => (
          <Radio
            key={tasks}
            label={t`${words.tasks(tasks)}（还有 ${left} 个）`}
            value={tasks}
            {...form.register('tasks')}
          />
        ))}
      </FieldGroup>
      {short && places ? (
        <>
          <p className={styles['quiet']} role="status">
            {free > 0 ? (
              <Trans>
                现在只有 {free} 个名额：{words.limit(places.binding)}。
              </Trans>
            ) : (
              <Trans>现在没有名额：{words.limit(places.binding)}。</Trans>
            )}{' '}
            <Trans>排队以后，空出来的名额按顺序给，您有时间想好再接受。</Trans>
          </p>
          <Checkbox label={t`名额不够的时候，来一部分人也可以`} {...form.register('partly')} />
        </>
      ) : null}
      <TextInput
        label={t`预算，多少元（可以不写）`}
        description={t`只给机构看，方便一起商量。`}
        inputMode="decimal"
        error={errors.budget?.message}
        {...form.register('budget')}
      />
      {cost ? (
        <div role="status">
          <p className={styles['total']}>
            <Trans>
              {people} 位一共 <strong>{cost.total} 元</strong>
            </Trans>
          </p>
          {cost.over ? (
            <p className={styles['over']}>
              <Trans>比预算多 {cost.over} 元</Trans>
            </p>
          ) : null}
        </div>
      ) : null}
    </Form>
  );
}
