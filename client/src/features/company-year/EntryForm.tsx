import { Trans, useLingui } from '@lingui/react/macro';
import { ACTIVITY_KINDS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { ActivityKind } from '../../gql/graphql.js';
import { Checkbox, NativeSelect, Textarea, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { formatMinute } from '../../ui/format/format.js';
import { useFormat } from '../../ui/format/use-format.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { fenOf, minuteOf, useActivityWords, yuanOf } from '../activities/index.js';
import { SAVE_YEAR_ENTRY } from './line.operations.js';
import { YEAR_VENUES } from './company-year.operations.js';
import styles from './company-year.module.css';
import { useYearWords, type DeskYear, type YearEntry } from './use-year-words.js';

interface TypedEntry {
  readonly kind: ActivityKind;
  readonly theme: string;
  readonly themeEn: string;
  readonly taskGoal: string;
  readonly venueId: string;
  readonly start: string;
  readonly end: string;
  readonly childCount: string;
  readonly childrenPerAdult: string;
  readonly mostGuests: string;
  readonly workers: string;
  readonly yuan: string;
  readonly hasOtherTasks: boolean;
  readonly days: string;
  readonly activityIds: string[];
  readonly times: string;
}
const EMPTY: TypedEntry = {
  ...{ kind: 'GROWTH_GROUP', theme: '', themeEn: '', taskGoal: '', venueId: '', start: '09:00', end: '11:30' },
  ...{ childCount: '12', childrenPerAdult: '4', mostGuests: '20', workers: '1', yuan: '0', hasOtherTasks: false },
  ...{ days: '', activityIds: [], times: '1' },
};
const TYPED: Readonly<Record<string, keyof TypedEntry>> = {
  ...{
    theme: 'theme',
    taskGoal: 'taskGoal',
    startMinute: 'start',
    endMinute: 'end',
    children: 'childCount',
    childCount: 'childCount',
  },
  ...{ childrenPerAdult: 'childrenPerAdult', mostGuests: 'mostGuests', workers: 'workers', costPerGuest: 'yuan' },
  ...{ days: 'days', times: 'times' },
};

const toTyped = (entry: YearEntry): TypedEntry => ({
  ...{ kind: entry.kind, theme: entry.theme, themeEn: entry.themeEn ?? '', taskGoal: entry.taskGoal },
  ...{ venueId: entry.venueId, start: formatMinute(entry.startMinute), end: formatMinute(entry.endMinute) },
  ...{ childCount: String(entry.childCount), childrenPerAdult: String(entry.childrenPerAdult) },
  ...{ mostGuests: String(entry.mostGuests), workers: String(entry.workers), times: String(entry.times) },
  ...{ yuan: yuanOf(entry.costPerGuest), hasOtherTasks: entry.hasOtherTasks },
  days: entry.days.flatMap(({ day, planned }) => (planned ? [] : [day])).join('\n'),
  activityIds: entry.days.flatMap(({ activityId }) => activityId ?? []),
});

/** A new line of the catalogue, or one that is changed; what companies wished stays with it. */
export function EntryForm({
  year,
  entry,
  saved,
}: {
  readonly year: DeskYear;
  readonly entry?: YearEntry | undefined;
  readonly saved: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useYearWords();
  const kinds = useActivityWords();
  const format = useFormat();
  const [{ data }] = useQuery({
    query: YEAR_VENUES,
    variables: { from: `${year.year}-01-01`, to: `${year.year}-12-31` },
    requestPolicy: 'cache-and-network',
  });
  const [{ fetching }, save] = useMutation(SAVE_YEAR_ENTRY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<TypedEntry>({
    draft: `year-entry.${year.id}.${entry ? `${entry.id}.${entry.version}` : 'new'}`,
    defaultValues: entry ? toTyped(entry) : EMPTY,
  });
  const { errors } = form.formState;
  const open = (data?.activities ?? []).filter(({ state }) => state !== 'CANCELLED');
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    if (typed.venueId === '') return form.setError('venueId', { message: t`请选一个场地。` });
    const { kind, theme, themeEn, taskGoal, venueId, hasOtherTasks, activityIds } = typed;
    const days = typed.days.split(/[\s,，、;；]+/).filter((day) => day !== '');
    if (!days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)))) {
      return form.setError('days', { message: t`请一行写一天，像 ${year.year}-05-08 这样。` });
    }
    const input = {
      ...{ entryId: entry?.id ?? null, version: entry?.version ?? null },
      ...{ companyYearId: year.id, kind, theme, themeEn, taskGoal, venueId, hasOtherTasks, days },
      ...{
        activityIds: [...activityIds],
        costPerGuest: fenOf(typed.yuan) ?? 'x',
        childCount: wholeOf(typed.childCount),
      },
      ...{
        startMinute: minuteOf(typed.start) ?? -1,
        endMinute: minuteOf(typed.end) ?? -1,
        times: wholeOf(typed.times),
      },
      ...{ childrenPerAdult: wholeOf(typed.childrenPerAdult), mostGuests: wholeOf(typed.mostGuests) },
      workers: wholeOf(typed.workers),
    };
    const { data: answer, error } = await save({ input });
    const outcome = answer?.saveYearEntry;
    switch (outcome?.__typename) {
      case undefined:
        return setProblem(<RequestFault error={error} />);
      case 'CompanyYear':
        form.forget();
        if (!entry) form.reset(EMPTY);
        toast({ message: entry ? t`改好了，企业看到的也换成新的。` : t`目录里加好了。` });
        return saved();
      case 'InvalidInput':
        for (const { field } of outcome.fields) {
          const name = TYPED[field];
          if (name) form.setError(name, { message: t`这里要改一改：不能空着，也不能太大或太小；日子要在这一年。` });
        }
        return;
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={saved} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={entry ? <Trans>改好</Trans> : <Trans>加到目录里</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <TextInput label={t`主题`} maxLength={80} error={errors.theme?.message} {...form.register('theme')} />
        <TextInput label={t`英文主题`} description={t`可以空着。`} maxLength={120} {...form.register('themeEn')} />
        <NativeSelect
          label={t`哪一种活动`}
          data={ACTIVITY_KINDS.map(({ code }) => ({ value: code, label: kinds.kind(code) }))}
          {...form.register('kind')}
        />
        <NativeSelect
          label={t`场地`}
          error={errors.venueId?.message}
          data={[
            { value: '', label: t`请选择` },
            ...(data?.venues ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.register('venueId')}
        />
      </div>
      <Textarea label={t`要做成什么`} maxLength={300} error={errors.taskGoal?.message} {...form.register('taskGoal')} />
      <div className={styles['pair']}>
        <TextInput type="time" label={t`几点开始`} error={errors.start?.message} {...form.register('start')} />
        <TextInput type="time" label={t`几点结束`} error={errors.end?.message} {...form.register('end')} />
        <TextInput
          label={t`几个孩子`}
          inputMode="numeric"
          error={errors.childCount?.message}
          {...form.register('childCount')}
        />
        <TextInput
          label={t`一个大人最多带几个孩子`}
          inputMode="numeric"
          error={errors.childrenPerAdult?.message}
          {...form.register('childrenPerAdult')}
        />
        <TextInput
          label={t`一天最多几位来宾`}
          inputMode="numeric"
          error={errors.mostGuests?.message}
          {...form.register('mostGuests')}
        />
        <TextInput
          label={t`要几位同事在场`}
          inputMode="numeric"
          error={errors.workers?.message}
          {...form.register('workers')}
        />
        <TextInput
          label={t`每位来宾多少元`}
          inputMode="decimal"
          error={errors.yuan?.message}
          {...form.register('yuan')}
        />
        <TextInput
          label={t`一年最多办几次`}
          inputMode="numeric"
          error={errors.times?.message}
          {...form.register('times')}
        />
      </div>
      <Textarea
        label={t`哪几天可以办`}
        description={t`一行一天，像 ${year.year}-05-08。已经计划好的活动请在下面勾。`}
        error={errors.days?.message}
        {...form.register('days')}
      />
      {open.length > 0 ? (
        <FieldGroup label={t`这一年已经计划的活动`}>
          {open.map((activity) => (
            <Checkbox
              key={activity.id}
              value={activity.id}
              label={`${format.day(activity.onDate)} · ${words.theme(activity)}`}
              {...form.register('activityIds')}
            />
          ))}
        </FieldGroup>
      ) : null}
      <Checkbox label={t`也有不接触孩子的事可以做`} {...form.register('hasOtherTasks')} />
    </Form>
  );
}

const wholeOf = (typed: string): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : -1);
