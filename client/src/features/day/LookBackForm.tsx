import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { LOOK_BACK } from './day.operations.js';
import { Refused, type DayStepsProps } from './DayParts.js';
import { useReached } from './use-reached.js';

interface Typed {
  readonly taskReached: string;
  readonly processReached: string;
  readonly evaluation: string;
  readonly reflection: string;
}
const LONGEST = 4000;

/** Evaluation and reflection: without both no activity ends (P21). */
export function LookBackForm({ day, reload }: DayStepsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const reached = useReached();
  const [{ fetching }, lookBack] = useMutation(LOOK_BACK);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Typed>({
    draft: `activity.look-back.${day.activityId}`,
    defaultValues: { taskReached: '', processReached: '', evaluation: '', reflection: '' },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const empty = (['taskReached', 'processReached', 'evaluation', 'reflection'] as const).filter(
      (field) => typed[field].trim() === '',
    );
    for (const field of empty) form.setError(field, { message: t`请写下这一项。` });
    if (empty.length > 0) return;
    const scores = { taskReached: Number(typed.taskReached), processReached: Number(typed.processReached) };
    const { activityId, version } = day;
    const { data, error } = await lookBack({ input: { ...typed, ...scores, activityId, version } });
    const outcome = data?.outcome;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename !== 'ActivityDay') return setProblem(<Refused answer={outcome} reload={reload} />);
    form.forget();
    toast({ message: t`评估和反思写好了。` });
    reload();
  });
  const choices = [
    { value: '', label: t`请选` },
    ...reached.map(({ value, label }) => ({ value: String(value), label })),
  ];
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>写好了</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`要做成的事，做到了多少`}
        data={choices}
        error={errors.taskReached?.message}
        {...form.register('taskReached')}
      />
      <NativeSelect
        label={t`希望长出的，长出了多少`}
        data={choices}
        error={errors.processReached?.message}
        {...form.register('processReached')}
      />
      <Textarea
        label={t`评估`}
        description={t`发生了什么，孩子们怎么样，和目标比怎么样。不写孩子的姓名。`}
        rows={4}
        maxLength={LONGEST}
        error={errors.evaluation?.message}
        {...form.register('evaluation')}
      />
      <Textarea
        label={t`反思`}
        description={t`学到了什么，下一次怎么做得更好。`}
        rows={4}
        maxLength={LONGEST}
        error={errors.reflection?.message}
        {...form.register('reflection')}
      />
    </Form>
  );
}
