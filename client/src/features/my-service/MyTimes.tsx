import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { MyFreeTimesQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CHANGE_MY_FREE_TIMES, MY_FREE_TIMES } from './my-service.operations.js';
import styles from './my-service.module.css';

type Time = Omit<NonNullable<MyFreeTimesQuery['myFreeTimes']>['freeTimes'][number], '__typename'>;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const ONE_MORE = { weekday: 6, startMinute: 14 * 60, endMinute: 17 * 60 };

/** When one is free, changed in place; what is agreed with a child stays as it was agreed. */
export function MyTimes() {
  const [{ data }, load] = useQuery({ query: MY_FREE_TIMES });
  const [changing, setChanging] = useState(false);
  const times = data?.myFreeTimes?.freeTimes;
  if (!times) return null;
  return (
    <Card>
      <h2>
        <Trans>我有空的时间</Trans>
      </h2>
      {changing ? (
        <TimesForm
          start={times}
          done={() => {
            setChanging(false);
            load({ requestPolicy: 'network-only' });
          }}
        />
      ) : (
        <Times times={times} change={() => setChanging(true)} />
      )}
    </Card>
  );
}

function Times({ times, change }: { readonly times: readonly Time[]; readonly change: () => void }) {
  const format = useFormat();
  return (
    <>
      {times.length > 0 ? <p>{format.list(times.map(format.weeklyTime))}</p> : <Trans>还没有填写</Trans>}
      <div>
        <Button variant="default" onClick={change}>
          <Trans>改时间</Trans>
        </Button>
      </div>
    </>
  );
}

function TimesForm({ start, done }: { readonly start: readonly Time[]; readonly done: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [times, setTimes] = useState<readonly Time[]>(start.length > 0 ? start : [ONE_MORE]);
  const [{ fetching }, change] = useMutation(CHANGE_MY_FREE_TIMES);
  const [problem, setProblem] = useState<ReactNode>(null);
  const put = (at: number, part: Partial<Time>): void =>
    setTimes(times.map((time, index) => (index === at ? { ...time, ...part } : time)));

  const save = async (): Promise<void> => {
    setProblem(null);
    const freeTimes = times.map(({ weekday, startMinute, endMinute }) => ({ weekday, startMinute, endMinute }));
    const { data, error } = await change({ input: { freeTimes } });
    if (!data) setProblem(<RequestFault error={error} />);
    else if (data.changeMyFreeTimes.__typename === 'MyFreeTimes') {
      toast({ message: t`记下了。以后安排陪伴会按新的时间。` });
      done();
    } else setProblem(<Trans>请看看每一段时间：开始要早于结束，同一天的两段不要重叠。</Trans>);
  };

  return (
    <form className={styles['answer']} noValidate onSubmit={(event) => event.preventDefault()}>
      {times.map((time, index) => (
        <fieldset key={index} className={styles['time']}>
          <legend>
            <Trans>第 {index + 1} 段</Trans>
          </legend>
          <NativeSelect
            label={t`星期`}
            value={String(time.weekday)}
            data={WEEKDAYS.map((day) => ({ value: String(day), label: format.weekday(day) }))}
            onChange={(event) => put(index, { weekday: Number(event.target.value) })}
          />
          <TextInput
            type="time"
            label={t`从`}
            value={clock(time.startMinute)}
            onChange={(event) => put(index, { startMinute: minutes(event.target.value) })}
          />
          <TextInput
            type="time"
            label={t`到`}
            value={clock(time.endMinute)}
            onChange={(event) => put(index, { endMinute: minutes(event.target.value) })}
          />
          <Button variant="subtle" onClick={() => setTimes(times.filter((_, at) => at !== index))}>
            <Trans>去掉这一段</Trans>
          </Button>
        </fieldset>
      ))}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['answerActions']}>
        <Button variant="default" onClick={() => setTimes([...times, ONE_MORE])}>
          <Trans>再加一段</Trans>
        </Button>
        <Button loading={fetching} onClick={() => void save()}>
          <Trans>保存时间</Trans>
        </Button>
      </div>
    </form>
  );
}

const two = (part: number): string => String(part).padStart(2, '0');
const clock = (minute: number): string =>
  `${two(Math.floor(Math.min(minute, 1439) / 60))}:${two(Math.min(minute, 1439) % 60)}`;

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
