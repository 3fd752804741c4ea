import { Trans, useLingui } from '@lingui/react/macro';
import { ACTIVITY_KINDS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { ActivityPlanningQuery, ActivityQuery } from '../../gql/graphql.js';
import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { planFaults, toPlanInput, typedPlan, type PlanField, type TypedPlan } from './activity-form.js';
import { repeatFaults, repeatOf } from './activity-repeat.js';
import { CHANGE_ACTIVITY, PLAN_ACTIVITY } from './activities.operations.js';
import styles from './activities.module.css';
import { PlanLines } from './PlanLines.js';
import { RepeatFields } from './RepeatFields.js';
import { PLAN_SERIES } from './series.operations.js';
import { SeriesRefused } from './SeriesRefused.js';
import { useSeriesSteps } from './use-series-steps.js';
import { useActivityWords } from './use-activity-words.js';

export interface ActivityFormProps {
  readonly planning: ActivityPlanningQuery;
  /** Left out: a new one. */
  readonly activity?: NonNullable<ActivityQuery['activity']>;
  readonly onDate: string;
  readonly saved: (id: string) => void;
  /** Whether later occasions can be changed with it. */
  readonly inSeries?: boolean;
}
type Occasion = NonNullable<ActivityFormProps['activity']>;
type PlanFields = ReturnType<typeof toPlanInput>;
const FIELD_OF: Readonly<Record<string, PlanField>> = { startMinute: 'from', endMinute: 'to', children: 'childCount' };

/** The whole plan: when and where, with whom, what for, what children do, which risks, what it costs. */
export function ActivityForm({ planning, activity, onDate, saved, inSeries = false }: ActivityFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useActivityWords();
  const { today } = useViewer().agency;
  const [planned, plan] = useMutation(PLAN_ACTIVITY);
  const [changed, change] = useMutation(CHANGE_ACTIVITY);
  const [repeated, repeat] = useMutation(PLAN_SERIES);
  const later = useSeriesSteps();
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId] = useState(newRequestId);
  const form = useKeptForm<TypedPlan>({
    draft: `activity.${activity?.id ?? 'new'}.${activity?.version ?? 0}`,
    defaultValues: typedPlan(activity, onDate),
  });
  const { register } = form;
  const { errors } = form.formState;
  const faults: Readonly<Partial<Record<PlanField, string>>> = {
    theme: t`请写一个主题，不超过 80 个字。`,
    venueId: t`请选一个场地。`,
    onDate: t`请选今天以后、两年以内的一天。`,
    from: t`请写开始的时间。`,
    to: t`请写开始以后的时间。`,
    childCount: t`请写 0 到 500 的整数。`,
    childrenPerAdult: t`请写 1 到 30 的整数。`,
    roles: t`每一行写清做什么和几个人，人数是 1 到 200。`,
    budget: t`每一行写清用在哪里和多少元。`,
    times: t`请写 2 到 60 的整数。`,
    until: t`请选第一次以后、两年以内的一天，2 到 60 次。`,
  };
  const show = (fields: readonly PlanField[]): void => {
    for (const field of fields) form.setError(field, { message: faults[field] ?? t`请再看看这一项。` });
  };
  const changeLater = async (one: Occasion, onDate: string, input: PlanFields): Promise<void> => {
    if (onDate !== one.onDate) {
      return form.setError('onDate', { message: t`以后的活动各有各的日期。要改日期，请只改这一次。` });
    }
    const { outcome, error } = await later.change({ ...input, activityId: one.id, version: one.version });
    if (outcome?.__typename === 'InvalidInput') {
      return show(outcome.fields.map(({ field }) => FIELD_OF[field] ?? (field as PlanField)));
    }
    if (outcome?.__typename !== 'SeriesStepped') {
      return setProblem(<SeriesRefused outcome={outcome} error={error} reload={() => saved(one.id)} />);
    }
    form.forget();
    toast({ message: t`改了 ${outcome.stepped} 次活动，现在都是草稿。` });
    saved(one.id);
  };
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const wrong = [...planFaults(typed, today), ...(activity ? [] : repeatFaults(typed))];
    if (wrong.length > 0) return show(wrong);
    const input = toPlanInput(typed);
    if (activity && typed.scope === 'LATER') return changeLater(activity, typed.onDate, input);
    const wish = repeatOf(typed);
    const { data, error } = activity
      ? await change({ input: { ...input, activityId: activity.id, version: activity.version } })
      : wish
        ? await repeat({ input: { ...input, requestId, repeat: wish } })
        : await plan({ input: { ...input, requestId } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result =
      'planActivity' in data
        ? data.planActivity
        : 'changeActivity' in data
          ? data.changeActivity
          : data.planActivitySeries;
    switch (result.__typename) {
      case 'Activity':
        form.forget();
        toast({ message: wish ? t`每一次的计划都保存好了，现在是草稿。` : t`计划保存好了，现在是草稿。` });
        return saved(result.id);
      case 'InvalidInput':
        return show(result.fields.map(({ field }) => FIELD_OF[field] ?? (field as PlanField)));
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={result.__typename} reload={() => saved(activity?.id ?? '')} />);
    }
  });
  const text = (name: PlanField, label: string, description: string, most: number) => (
    <Textarea
      label={label}
      description={description}
      maxLength={most}
      error={errors[name]?.message}
      {...register(name)}
    />
  );
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={activity ? <Trans>保存计划</Trans> : <Trans>保存草稿</Trans>}
      busy={planned.fetching || changed.fetching || repeated.fetching || later.busy}
      problem={problem}
    >
      {inSeries ? (
        <FieldGroup label={t`改哪几次`}>
          <Radio label={t`只改这一次`} value="THIS" {...register('scope')} />
          <Radio
            label={t`这一次和以后的都改`}
            description={t`每一次的日期不变；已经开放的不改。`}
            value="LATER"
            {...register('scope')}
          />
        </FieldGroup>
      ) : null}
      <TextInput label={t`主题`} autoComplete="off" error={errors.theme?.message} {...register('theme')} />
      <TextInput label={t`英文主题`} description={t`可以空着。`} maxLength={120} {...register('themeEn')} />
      <div className={styles['pair']}>
        <NativeSelect
          label={t`哪一种活动`}
          data={ACTIVITY_KINDS.map(({ code }) => ({ value: code, label: words.kind(code) }))}
          {...register('kind')}
        />
        <NativeSelect
          label={t`在哪里`}
          data={[
            { value: '', label: t`请选一个场地` },
            ...planning.venues.map(({ id, name, people }) => ({ value: id, label: t`${name}（可容 ${people} 人）` })),
          ]}
          error={errors.venueId?.message}
          {...register('venueId')}
        />
        <TextInput type="date" label={t`哪一天`} min={today} error={errors.onDate?.message} {...register('onDate')} />
        <TextInput type="time" label={t`几点开始`} error={errors.from?.message} {...register('from')} />
        <TextInput type="time" label={t`几点结束`} error={errors.to?.message} {...register('to')} />
      </div>
      {activity ? null : <RepeatFields form={form} />}
      <div className={styles['pair']}>
        <TextInput
          label={t`哪一组孩子`}
          description={t`写小组的名字，不写孩子的名字。`}
          maxLength={60}
          {...register('childrenGroup')}
        />
        <TextInput
          label={t`几个孩子`}
          inputMode="numeric"
          error={errors.childCount?.message}
          {...register('childCount')}
        />
        <TextInput
          label={t`一个大人最多照看几个孩子`}
          inputMode="numeric"
          error={errors.childrenPerAdult?.message}
          {...register('childrenPerAdult')}
        />
      </div>
      <FieldGroup label={t`谁负责`}>
        <div className={styles['pair']}>
          {planning.activityTeam.map(({ id, name }) => (
            <Checkbox key={id} label={name} value={id} {...register('inChargeIds')} />
          ))}
        </div>
      </FieldGroup>
      {text('taskGoal', t`要做成什么`, t`任务目标，例如一起读完一本书。`, 300)}
      {text('processGoal', t`过程中希望长出什么`, t`过程目标，例如认识新朋友、敢在大家面前说话。`, 300)}
      {text('childrenPart', t`孩子自己做什么、决定什么`, t`没有孩子参与的活动不能开放。`, 500)}
      {text('riskChildren', t`孩子的风险防控预案`, t`可能发生什么，怎么预防，发生了谁来做什么。`, 2000)}
      {text('riskStaff', t`工作人员和志愿者的风险防控预案`, t`同样写清预防和应对。`, 2000)}
      <PlanLines form={form} />
    </Form>
  );
}
