import { Trans, useLingui } from '@lingui/react/macro';
import { parseLocalDate } from '@tongxing/shared/kernel';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { useQuery } from 'urql';
import type { SeriesDaysQuery } from '../../gql/graphql.js';
import { Checkbox, NativeSelect, Radio, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { useFormat } from '../../ui/format/use-format.js';
import type { TypedPlan } from './activity-form.js';
import { repeatFaults, repeatOf } from './activity-repeat.js';
import styles from './activities.module.css';
import { SERIES_DAYS } from './series.operations.js';
import { useSeriesWords } from './use-series-words.js';

type Found = Extract<SeriesDaysQuery['seriesDays'], { __typename: 'SeriesDays' }>;

/** Whether an activity is repeated, until when, and on which days: what falls on a holiday is shown before it is made. */
export function RepeatFields({ form }: { readonly form: UseFormReturn<TypedPlan> }) {
  const { t } = useLingui();
  const words = useSeriesWords();
  const { register } = form;
  const { errors } = form.formState;
  const [every, ends, times, until, keep, onDate] = useWatch({
    control: form.control,
    name: ['every', 'ends', 'times', 'until', 'keep', 'onDate'],
  });
  const typed = { every, ends, times, until, keep, onDate };
  const repeat = parseLocalDate(typed.onDate) && repeatFaults(typed).length === 0 ? repeatOf(typed) : undefined;
  const [{ data, fetching }] = useQuery({
    query: SERIES_DAYS,
    variables: { onDate: typed.onDate, repeat: repeat ?? { every: 'WEEK', times: 2, keep: [] } },
    pause: !repeat,
  });
  const days = repeat ? data?.seriesDays : undefined;
  return (
    <>
      <div className={styles['pair']}>
        <NativeSelect
          label={t`要重复吗`}
          data={[
            { value: '', label: t`不重复，只办一次` },
            { value: 'WEEK', label: words.every('WEEK') },
            { value: 'FORTNIGHT', label: words.every('FORTNIGHT') },
            { value: 'MONTH', label: words.every('MONTH') },
          ]}
          {...register('every')}
        />
      </div>
      {typed.every === '' ? null : (
        <>
          <FieldGroup label={t`重复到什么时候`}>
            <Radio label={t`办几次`} value="TIMES" {...register('ends')} />
            <Radio label={t`办到哪一天`} value="UNTIL" {...register('ends')} />
          </FieldGroup>
          <div className={styles['pair']}>
            {typed.ends === 'TIMES' ? (
              <TextInput
                label={t`一共几次`}
                description={t`2 到 60 次；跳过的节假日不算。`}
                inputMode="numeric"
                error={errors.times?.message}
                {...register('times')}
              />
            ) : (
              <TextInput type="date" label={t`最晚到哪一天`} error={errors.until?.message} {...register('until')} />
            )}
          </div>
          <div role="status" aria-busy={fetching}>
            {days?.__typename === 'SeriesDays' ? <Days found={days} form={form} /> : null}
            {days?.__typename === 'InvalidInput' ? (
              <p>
                <Trans>这样排不出 2 到 60 次，或者超过了两年。请换一个次数或日期。</Trans>
              </p>
            ) : null}
          </div>
        </>
      )}
    </>
  );
}

function Days({ found, form }: { readonly found: Found; readonly form: UseFormReturn<TypedPlan> }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { days, skipped, kept } = found;
  const marked = [...skipped, ...kept].sort((one, other) => (one.day < other.day ? -1 : 1));
  return (
    <>
      <p>
        <Trans>
          一共 {days.length} 次：{format.list(days.map((day) => format.dayOfWeek(day)))}
        </Trans>
      </p>
      {marked.length > 0 ? (
        <FieldGroup label={t`碰上节假日，已经跳过；要照常办就勾上`}>
          {marked.map(({ day, mark, name, nameEn }) => (
            <Checkbox
              key={day}
              value={day}
              label={`${format.dayOfWeek(day)} · ${i18n.locale === 'en' && nameEn !== '' ? nameEn : name}`}
              description={mark === 'WORK' ? t`调休上班，孩子要上学。` : undefined}
              {...form.register('keep')}
            />
          ))}
        </FieldGroup>
      ) : null}
    </>
  );
}
