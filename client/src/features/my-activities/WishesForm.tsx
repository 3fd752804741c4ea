import { Trans, useLingui } from '@lingui/react/macro';
import { ACTIVITY_KINDS, MOST_HOURS_A_MONTH, type ActivityKind } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { MySeatsQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useActivityWords } from '../activities/index.js';
import { CHANGE_WISHES } from './my-activities.operations.js';
import styles from './my-activities.module.css';

type Wishes = NonNullable<MySeatsQuery['myActivityWishes']>;

export interface WishesFormProps {
  readonly wishes: Wishes;
  readonly saved: () => void;
}

/** Kinds of activity, hours a month, days of rest: the next run of the engine goes by them. */
export function WishesForm({ wishes, saved }: WishesFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useActivityWords();
  const [{ fetching }, change] = useMutation(CHANGE_WISHES);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<{ kinds: string[]; hours: string; only: boolean; days: string[] }>({
    draft: `my-activities.${String(wishes.version)}`,
    defaultValues: {
      kinds: [...wishes.kinds],
      hours: String(wishes.hoursPerMonth),
      only: wishes.onlyFreeTimes,
      days: [...wishes.restDays],
    },
  });
  const days = form.watch('days');
  const submit = form.handleSubmit(async ({ kinds, hours, only, days: restDays }) => {
    setProblem(null);
    const { data, error } = await change({
      input: {
        ...{ hoursPerMonth: Number.parseInt(hours, 10) || 0, restDays, onlyFreeTimes: only, version: wishes.version },
        kinds: kinds as ActivityKind[],
      },
    });
    const outcome = data?.changeMyActivityWishes;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'MyActivityWishes') {
      form.forget();
      toast({ message: t`记下了。以后安排活动会照着看。` });
      return saved();
    }
    if (outcome.__typename === 'InvalidInput') {
      return form.setError('hours', { message: t`请写 0 到 ${MOST_HOURS_A_MONTH} 之间的整数。` });
    }
    setProblem(<Trans>没有保存：您在别处刚刚改过。请刷新再看一眼。</Trans>);
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>保存意愿</Trans>}
      busy={fetching}
      problem={problem}
    >
      <fieldset className={styles['kinds']}>
        <legend>
          <Trans>最想参加的（不选就是都可以）</Trans>
        </legend>
        {ACTIVITY_KINDS.map(({ code }) => (
          <Checkbox key={code} label={words.kind(code)} value={code} {...form.register('kinds')} />
        ))}
      </fieldset>
      <TextInput
        type="number"
        inputMode="numeric"
        min={0}
        max={MOST_HOURS_A_MONTH}
        label={t`一个月最多几个小时`}
        description={t`写 0 就不会再安排。`}
        error={form.formState.errors.hours?.message}
        {...form.register('hours')}
      />
      <Checkbox label={t`只在我平时有空的时间安排`} {...form.register('only')} />
      <RestDays days={days} put={(next) => form.setValue('days', next)} />
    </Form>
  );
}

function RestDays({ days, put }: { readonly days: readonly string[]; readonly put: (days: string[]) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const { today } = useViewer().agency;
  const [day, setDay] = useState('');
  const shown = days.filter((one) => one >= today);
  return (
    <div className={styles['rest']}>
      <TextInput
        type="date"
        min={today}
        label={t`想休息的日子`}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Button
        variant="default"
        disabled={day === ''}
        onClick={() => {
          put([...new Set([...days, day])].sort());
          setDay('');
        }}
      >
        <Trans>加上这一天</Trans>
      </Button>
      {shown.length > 0 ? (
        <ul className={styles['days']}>
          {shown.map((one) => (
            <li key={one}>
              {format.dayOfWeek(one)}{' '}
              <Button
                variant="subtle"
                aria-label={t`去掉 ${format.dayOfWeek(one)}`}
                onClick={() => put(days.filter((other) => other !== one))}
              >
                <Trans>去掉</Trans>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
