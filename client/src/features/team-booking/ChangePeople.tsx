import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { TeamBookingState } from '../../gql/graphql.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Section } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { BookingProps } from './BookingPage.js';
import { costView } from './booking-form.js';
import { peopleOf } from './days-view.js';
import { CallAgency } from './NoTeam.js';
import styles from './team-booking.module.css';
import { CHANGE_TEAM_BOOKING, TEAM_DAY } from './team-booking.operations.js';
import { useBookingStep } from './use-booking-step.js';
import { useBookingWords } from './use-booking-words.js';

const CHANGEABLE: readonly TeamBookingState[] = ['HELD', 'REQUESTED', 'CONFIRMED', 'WAITLISTED'];

/** More or fewer people, until the cut-off, which is said. */
export function ChangePeople({ booking, reload }: BookingProps) {
  const { t } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const words = useBookingWords();
  const { today } = useViewer().agency;
  const [{ fetching }, change] = useMutation(CHANGE_TEAM_BOOKING);
  const { problem, step } = useBookingStep(reload);
  const day = readFragment(TEAM_DAY, booking.day);
  const { id: bookingId, version, people: now, state, costs } = booking;
  const form = useKeptForm<{ people: string }>({
    draft: `team-booking.people.${bookingId}.${String(version)}`,
    defaultValues: { people: String(now) },
  });
  if (!CHANGEABLE.includes(state)) return null;
  const lastDay = format.day(day.checkBy);
  if (today > day.checkBy) {
    return (
      <Section title={<Trans>改人数</Trans>}>
        <p className={styles['quiet']}>
          <Trans>人数在 {lastDay} 定了。现在要改，请先和机构商量。</Trans> <CallAgency />
        </p>
      </Section>
    );
  }
  const places = day.places.find(({ tasks }) => tasks === booking.tasks);
  const most = state === 'WAITLISTED' ? undefined : now + (places?.free ?? 0);
  const cost = costView(costs, { people: form.watch('people'), budget: '' });
  const submit = form.handleSubmit(async (values) => {
    const people = peopleOf(values.people);
    if (people === undefined) return form.setError('people', { message: t`请写 1 到 500 之间的整数。` });
    if (people === now) return form.setError('people', { message: t`现在就是 ${now} 人。` });
    if (await step(() => change({ input: { bookingId, version, people } }))) {
      form.forget();
      toast({ message: t`改成 ${people} 人了。` });
    }
  });
  return (
    <Section
      title={<Trans>改人数</Trans>}
      lead={
        <>
          <Trans>{lastDay} 为止可以自己改。</Trans>{' '}
          {most !== undefined && places ? (
            <Trans>
              现在最多 {most} 人：{words.limit(places.binding)}。
            </Trans>
          ) : null}
        </>
      }
    >
      <Form
        onSubmit={(event) => void submit(event)}
        submitLabel={<Trans>改成这个人数</Trans>}
        busy={fetching}
        problem={problem}
      >
        <TextInput
          label={t`来几位`}
          type="number"
          min={1}
          max={500}
          inputMode="numeric"
          error={form.formState.errors.people?.message}
          {...form.register('people')}
        />
        {cost && costs.length > 0 ? (
          <p className={styles['quiet']} role="status">
            <Trans>那样一共 {cost.total} 元</Trans>
          </p>
        ) : null}
      </Form>
    </Section>
  );
}
