import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { ActivityMoveQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { NativeSelect, Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { timeOf } from './activity-form.js';
import { PLANNING } from './activities.operations.js';
import styles from './activities.module.css';
import { moveFaults, moveInput, type MovableActivity, type MoveField, type TypedMove } from './move-form.js';
import { MoveConflicts } from './MoveConflicts.js';
import { MOVE_PREVIEW } from './moving.operations.js';
import { useActivityWords } from './use-activity-words.js';
import { useMoved } from './use-moved.js';

/** Which activity, and the day on which it was dropped; its own day where it was not. */
export interface AskedMove {
  readonly activity: MovableActivity;
  readonly onDate: string;
}
export interface MoveActivityProps {
  /** Undefined as long as nobody asks. */
  readonly asked: AskedMove | undefined;
  readonly close: () => void;
  readonly reload: () => void;
}

/** "Move to…": another time for an open activity, with everything that stands against it before it happens. */
export function MoveActivity({ asked, close, reload }: MoveActivityProps) {
  const { t } = useLingui();
  const words = useActivityWords();
  const theme = asked ? words.theme(asked.activity) : '';
  return (
    <FormDialog opened={asked !== undefined} close={close} title={t`把“${theme}”移到…`}>
      {asked ? <MoveForm key={asked.activity.id} asked={asked} close={close} reload={reload} /> : null}
    </FormDialog>
  );
}

function MoveForm({ asked: { activity, onDate }, close, reload }: MoveActivityProps & { readonly asked: AskedMove }) {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const [{ data: planning }] = useQuery({ query: PLANNING });
  const [problem, setProblem] = useState<ReactNode>(null);
  const moving = useMoved(activity, reload);
  const form = useKeptForm<TypedMove>({
    draft: `activity.move.${activity.id}.${activity.version}.${onDate}`,
    defaultValues: {
      ...{ onDate, venueId: activity.venue.id, reason: '' },
      ...{ from: timeOf(activity.startMinute), to: timeOf(activity.endMinute) },
    },
  });
  const { register } = form;
  const { errors } = form.formState;
  const typed = form.watch();
  const input = moveInput(activity, typed, today);
  const preview = usePreview(input);
  const hard = preview.conflicts?.some((one) => one.hard) ?? false;
  const faults: Readonly<Record<MoveField, string>> = {
    onDate: t`请选今天以后、两年以内的一天。`,
    from: t`请写开始的时间。`,
    to: t`请写开始以后的时间。`,
    venueId: t`请选一个场地。`,
    reason: t`请写下为什么，不超过 300 个字。`,
  };
  const show = (fields: readonly MoveField[]): void => {
    for (const field of fields) form.setError(field, { message: faults[field] });
  };
  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const wrong = moveFaults(values, today);
    if (wrong.length > 0) return show(wrong);
    const wish = moveInput(activity, values, today);
    if (!wish) return setProblem(<Trans>这就是现在的时间和场地。请选另一个。</Trans>);
    if (hard) return setProblem(<Trans>换不过去。请先解决上面说的，或者换一个时间。</Trans>);
    const soft = (preview.conflicts?.length ?? 0) > 0;
    if (soft && values.reason.trim() === '') return show(['reason']);
    const refused = await moving.move(wish, values.reason);
    if (refused === undefined) {
      form.forget();
      return close();
    }
    preview.again();
    if (refused.fields) return show(refused.fields);
    setProblem(refused.words);
  });
  if (!planning) return <LoadingState lines={5} />;
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>移过去，告诉大家</Trans>}
      busy={moving.busy}
      problem={problem}
      aside={
        <Button variant="default" onClick={close}>
          <Trans>先不移</Trans>
        </Button>
      }
    >
      <div className={styles['pair']}>
        <TextInput
          type="date"
          label={t`移到哪一天`}
          min={today}
          error={errors.onDate?.message}
          {...register('onDate')}
        />
        <NativeSelect
          label={t`在哪里`}
          data={planning.venues.map(({ id, name, people }) => ({ value: id, label: t`${name}（可容 ${people} 人）` }))}
          error={errors.venueId?.message}
          {...register('venueId')}
        />
        <TextInput type="time" label={t`几点开始`} error={errors.from?.message} {...register('from')} />
        <TextInput type="time" label={t`几点结束`} error={errors.to?.message} {...register('to')} />
      </div>
      <div aria-live="polite" aria-busy={preview.loading}>
        <Against asked={input !== undefined} preview={preview} />
      </div>
      <Textarea
        label={t`为什么要换`}
        description={t`有要先想一想的事才必须写。只有工作人员看得到。`}
        maxLength={300}
        error={errors.reason?.message}
        {...register('reason')}
      />
    </Form>
  );
}

type Preview = ReturnType<typeof usePreview>;

function Against({ asked, preview }: { readonly asked: boolean; readonly preview: Preview }) {
  if (!asked) {
    return (
      <p className={styles['quiet']}>
        <Trans>选好时间，这里会先说有什么冲突。</Trans>
      </p>
    );
  }
  if (preview.refusal) return <p>{preview.refusal}</p>;
  if (!preview.conflicts) {
    return (
      <p className={styles['quiet']}>
        <Trans>正在看有没有冲突…</Trans>
      </p>
    );
  }
  return <MoveConflicts conflicts={preview.conflicts} />;
}

/** What stands against what is typed, asked anew with each other time. */
function usePreview(input: ReturnType<typeof moveInput>) {
  const variables = { input: input ?? { activityId: '', onDate: '', startMinute: 0, endMinute: 0, venueId: '' } };
  const [{ data, error, fetching, stale }, load] = useQuery({
    query: MOVE_PREVIEW,
    variables,
    pause: input === undefined,
    requestPolicy: 'network-only',
  });
  const again = (): void => load({ requestPolicy: 'network-only' });
  const loading = fetching || stale;
  const found = input === undefined || loading ? undefined : data?.activityMove;
  return {
    ...{ again, loading },
    conflicts: found?.__typename === 'ActivityMovePreview' ? found.conflicts : undefined,
    refusal: error && !loading ? <RequestFault error={error} /> : refusalOf(found, again),
  };
}

/** Null: it is gone. Undefined: nothing was answered yet. */
function refusalOf(found: ActivityMoveQuery['activityMove'] | undefined, again: () => void): ReactNode {
  if (found === null) return <CommonRefusal kind="NotFound" reload={again} />;
  switch (found?.__typename) {
    case 'InvalidInput':
      return <Trans>这个时间不行。请选今天以后、两年以内的另一个时间。</Trans>;
    case 'TransitionRefused':
      return <CommonRefusal kind="TransitionRefused" reload={again} />;
    default:
      return null;
  }
}
