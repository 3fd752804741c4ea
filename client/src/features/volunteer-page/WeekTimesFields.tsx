import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { useFormat } from '../../ui/format/use-format.js';
import { minuteOf, timeOf, type Time } from './offer-view.js';
import styles from './volunteer-page.module.css';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const ONE_MORE: Time = { weekday: 6, startMinute: 14 * 60, endMinute: 17 * 60 };

export interface WeekTimesFieldsProps {
  readonly value: readonly Time[];
  readonly change: (times: readonly Time[]) => void;
}

/** The spans of every week, each with its day, its beginning and its end. */
export function WeekTimesFields({ value, change }: WeekTimesFieldsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const put = (at: number, part: Partial<Time>): void =>
    change(value.map((time, index) => (index === at ? { ...time, ...part } : time)));
  return (
    <>
      {value.map((time, index) => (
        <fieldset key={index} className={styles['time']}>
          <legend>
            <Trans>第 {index + 1} 段空闲时间</Trans>
          </legend>
          <NativeSelect
            label={t`星期`}
            value={String(time.weekday)}
            data={WEEKDAYS.map((day) => ({ value: String(day), label: format.weekday(day) }))}
            onChange={(event) => put(index, { weekday: Number(event.currentTarget.value) })}
          />
          <TextInput
            type="time"
            label={t`从`}
            value={timeOf(time.startMinute)}
            onChange={(event) => put(index, { startMinute: minuteOf(event.currentTarget.value) })}
          />
          <TextInput
            type="time"
            label={t`到`}
            value={timeOf(time.endMinute)}
            onChange={(event) => put(index, { endMinute: minuteOf(event.currentTarget.value) })}
          />
          <Button variant="subtle" onClick={() => change(value.filter((_, at) => at !== index))}>
            <Trans>去掉这一段</Trans>
          </Button>
        </fieldset>
      ))}
      <div>
        <Button variant="default" onClick={() => change([...value, ONE_MORE])}>
          <Trans>加一段空闲时间</Trans>
        </Button>
      </div>
    </>
  );
}
