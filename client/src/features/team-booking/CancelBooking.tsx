import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import type { TeamBookingState } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { Section } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { BookingProps } from './BookingPage.js';
import { CallAgency } from './NoTeam.js';
import styles from './team-booking.module.css';
import { CANCEL_TEAM_BOOKING, TEAM_DAY } from './team-booking.operations.js';
import { useBookingStep } from './use-booking-step.js';

const LIVING: readonly TeamBookingState[] = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'ROSTER_LOCKED',
  'WAITLISTED',
  'OFFERED',
];
const BOUND: readonly TeamBookingState[] = ['CONFIRMED', 'ROSTER_LOCKED'];

/** The team does not come: with a reason, until the notice, which is said; after it, whom to call. */
export function CancelBooking({ booking, reload }: BookingProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { today } = useViewer().agency;
  const [open, setOpen] = useState(false);
  const day = readFragment(TEAM_DAY, booking.day);
  const { state } = booking;
  if (!LIVING.includes(state)) return null;
  const lastDay = format.day(day.cancelUntil);
  const bound = BOUND.includes(state);
  if (bound && today > day.cancelUntil) {
    return (
      <Section title={<Trans>来不了</Trans>}>
        <p className={styles['quiet']}>
          <Trans>{lastDay} 以后，孩子们和场地都安排好了，不能自己取消。请马上打电话，一起想办法。</Trans> <CallAgency />
        </p>
      </Section>
    );
  }
  return (
    <Section title={<Trans>来不了</Trans>}>
      <p className={styles['quiet']}>
        {bound ? (
          <Trans>{lastDay} 为止可以自己取消，请早一点说：名额会给排队的团队。</Trans>
        ) : (
          <Trans>不来了请说一声，名额会给别的团队。</Trans>
        )}
      </p>
      <div>
        <Button variant="default" color="danger" onClick={() => setOpen(true)}>
          <Trans>取消这个预约</Trans>
        </Button>
      </div>
      <FormDialog opened={open} close={() => setOpen(false)} title={t`取消这个预约`}>
        <CancelForm booking={booking} reload={reload} close={() => setOpen(false)} />
      </FormDialog>
    </Section>
  );
}

function CancelForm({ booking, reload, close }: BookingProps & { readonly close: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, cancel] = useMutation(CANCEL_TEAM_BOOKING);
  const { problem, step } = useBookingStep(reload);
  const { id: bookingId, version, people } = booking;
  const form = useKeptForm<{ reason: string }>({
    draft: `team-booking.cancel.${bookingId}`,
    defaultValues: { reason: '' },
  });
  const submit = form.handleSubmit(async ({ reason }) => {
    if (await step(() => cancel({ input: { bookingId, version, reason } }))) {
      form.forget();
      toast({ message: t`取消了，谢谢您说一声。` });
      close();
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>取消这 {people} 个名额</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="subtle" onClick={close}>
          <Trans>先不取消</Trans>
        </Button>
      }
    >
      <Textarea
        label={t`为什么来不了`}
        description={t`机构会看到，三百个字以内。`}
        maxLength={300}
        error={form.formState.errors.reason?.message}
        {...form.register('reason', {
          validate: (reason) => reason.trim() !== '' || t`请写一句为什么，机构好安排。`,
        })}
      />
    </Form>
  );
}
