import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { ReactNode } from 'react';
import { useMutation } from 'urql';
import type { ActivityMoveInput, MoveActivityMutation } from '../../gql/graphql.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { timeOfNow, type MovableActivity, type MoveField } from './move-form.js';
import { MOVE_ACTIVITY } from './moving.operations.js';
import { useActivityWords } from './use-activity-words.js';

export interface RefusedMove {
  /** Fields to look at again. */
  readonly fields?: readonly MoveField[] | undefined;
  readonly words?: ReactNode;
}
type Refusal = Exclude<MoveActivityMutation['moveActivity'], { __typename: 'Activity' }>;

/** Moves an activity; the message that says so takes it back, by another move of which everybody is told too. */
export function useMoved(activity: MovableActivity, reload: () => void) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useActivityWords();
  const toast = useToast();
  const [{ fetching }, send] = useMutation(MOVE_ACTIVITY);

  const back = async (version: number): Promise<void> => {
    const reason = t`撤销刚才换的时间`;
    const { data } = await send({ input: { ...timeOfNow(activity), version, reason } });
    const done = data?.moveActivity.__typename === 'Activity';
    toast(
      done
        ? { message: t`换回了原来的时间，也告诉了大家。` }
        : { message: t`没有换回去：原来的时间已经有冲突，或有同事刚刚又改了。`, tone: 'danger' },
    );
    reload();
  };

  const move = async (wish: ActivityMoveInput, reason: string): Promise<RefusedMove | undefined> => {
    const { data, error } = await send({ input: { ...wish, version: activity.version, reason } });
    if (!data) return { words: <RequestFault error={error} /> };
    const outcome = data.moveActivity;
    if (outcome.__typename !== 'Activity') return refused(outcome, reload);
    const [theme, day] = [words.theme(activity), format.dayOfWeek(wish.onDate)];
    toast({
      message: t`“${theme}”换到了${day} ${words.hours(wish)}，也告诉了大家。`,
      undo: () => back(outcome.version),
    });
    reload();
    return undefined;
  };
  return { move, busy: fetching };
}

const FIELD_OF: Readonly<Record<string, MoveField>> = { startMinute: 'from', endMinute: 'to', reason: 'reason' };

function refused(outcome: Refusal, reload: () => void): RefusedMove {
  switch (outcome.__typename) {
    case 'InvalidInput':
      return { fields: outcome.fields.map(({ field }) => FIELD_OF[field] ?? 'onDate') };
    case 'MoveRefused':
      return { words: <Trans>刚刚又有了冲突，没有换。请看上面说的。</Trans> };
    case 'NotFound':
    case 'StaleVersion':
    case 'TransitionRefused':
      return { words: <CommonRefusal kind={outcome.__typename} reload={reload} /> };
    default:
      return assertUnreachable(outcome);
  }
}
