import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { DeskBookingFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { DECLINE_BOOKING } from './team-desk.operations.js';

interface EndBookingProps {
  readonly booking: DeskBookingFragment;
  /** It was confirmed: people count on the day. */
  readonly agreed: boolean;
  readonly leave: () => void;
  readonly done: () => void;
}

/** Why the team cannot come, in words that it reads. */
export function EndBooking({ booking, agreed, leave, done }: EndBookingProps) {
  const { t } = useLingui();
  const toast = useToast();
  const format = useFormat();
  const { today } = useViewer().agency;
  const [{ fetching }, decline] = useMutation(DECLINE_BOOKING);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { id: bookingId, version, team, day } = booking;
  const form = useKeptForm<{ reason: string }>({
    draft: `team-booking.end.${bookingId}`,
    defaultValues: { reason: '' },
  });
  const submit = form.handleSubmit(async ({ reason }) => {
    setProblem(null);
    const { data, error } = await decline({ input: { bookingId, version, reason } });
    const outcome = data?.declineTeamBooking;
    switch (outcome?.__typename) {
      case 'TeamBooking':
        form.forget();
        toast({ message: t`${team.name}马上会知道，名额空出来了。` });
        return done();
      case 'InvalidInput':
        return form.setError('reason', { message: t`请写下为什么，不超过 300 个字。` });
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={done} />);
      default:
        return setProblem(<RequestFault error={error} />);
    }
  });
  const late = agreed && today > day.cancelUntil;
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={agreed ? <Trans>取消预约</Trans> : <Trans>谢绝</Trans>}
      busy={fetching}
      problem={problem}
      aside={
        <Button variant="subtle" onClick={leave}>
          <Trans>先不改</Trans>
        </Button>
      }
    >
      {late ? (
        <p>
          <Trans>
            团队自己取消的时间到 {format.day(day.cancelUntil)} 已经过了，大家都在准备。请先打个电话，再在这里取消。
          </Trans>
        </p>
      ) : null}
      <Textarea
        label={t`为什么`}
        description={t`团队会读到这段话。不要写孩子的事。`}
        maxLength={300}
        error={form.formState.errors.reason?.message}
        {...form.register('reason')}
      />
    </Form>
  );
}
