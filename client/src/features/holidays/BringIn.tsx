import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { MOST_HOLIDAY_LETTERS, readHolidays, type UnreadWhy } from '@tongxing/shared/rules';
import { useId, useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Checkbox, Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { IMPORT_HOLIDAYS } from './holidays.operations.js';
import type { YearProps } from './MarkForm.js';
import styles from './holidays.module.css';

const MOST_SHOWN = 5;

/** A file or pasted lines: what was read, and what was not, stands here before anything is taken. */
export function BringIn({ year, saved }: YearProps) {
  const { t } = useLingui();
  const toast = useToast();
  const fileId = useId();
  const [{ fetching }, bringIn] = useMutation(IMPORT_HOLIDAYS);
  const [text, setText] = useState('');
  const [official, setOfficial] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { days, unread } = readHolidays(text.slice(0, MOST_HOLIDAY_LETTERS));
  const ofYear = days.filter(({ day }) => day.startsWith(String(year))).length;
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setProblem(null);
    setText(textOf(await file.arrayBuffer()));
  };
  const submit = async (): Promise<void> => {
    setProblem(null);
    if (text.trim() === '') return setProblem(<Trans>请先选一个文件，或把内容贴进来。</Trans>);
    const { data, error } = await bringIn({ input: { year, text, official } });
    const outcome = data?.importHolidays;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'InvalidInput')
      return setProblem(<Refused code={outcome.fields[0]?.code} year={year} />);
    setText('');
    setOfficial(false);
    toast({ message: t`导入了 ${outcome.taken} 天。` });
    saved();
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      submitLabel={<Trans>导入</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['file']}>
        <label htmlFor={fileId}>
          <Trans>日历文件（.ics）或表格（.csv）</Trans>
        </label>
        <input
          id={fileId}
          type="file"
          accept=".ics,.csv,.txt,text/calendar,text/csv,text/plain"
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      </div>
      <Textarea
        label={t`或者把内容贴在这里`}
        description={t`一行一天：日子,休或班,名字。比如 2027-02-14,班,春节`}
        rows={5}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {text.trim() === '' ? null : (
        <div role="status" className={styles['read']}>
          <strong>
            <Plural value={ofYear} other="读到了这一年的 # 天。" />
          </strong>
          {unread.length > 0 ? (
            <>
              <p>
                <Plural value={unread.length} other="有 # 行没有读懂：" />
              </p>
              <ul>
                {unread.slice(0, MOST_SHOWN).map(({ line, text: said, why }) => (
                  <li key={line}>
                    <Trans>
                      第 {line} 行“{said}”：
                    </Trans>
                    <Why why={why} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      )}
      <Checkbox
        label={t`这是国务院办公厅的 ${year} 年放假通知`}
        description={t`勾上以后，这一年机构以前标的都换成通知里的，并标为“已经公布”。`}
        checked={official}
        onChange={({ target }) => setOfficial(target.checked)}
      />
    </Form>
  );
}

function Why({ why }: { readonly why: UnreadWhy }) {
  switch (why) {
    case 'NO_DAY':
      return <Trans>没有日子。</Trans>;
    case 'NO_MARK':
      return <Trans>没有说放假还是上班。</Trans>;
    case 'TWICE':
      return <Trans>同一天前面说的不一样。</Trans>;
  }
}

function Refused({ code, year }: { readonly code: string | undefined; readonly year: number }) {
  switch (code) {
    case 'NO_DAYS':
      return <Trans>里面没有 {year} 年的日子。请看看文件，或换上面的年份。</Trans>;
    case 'UNREAD_LINES':
      return <Trans>有几行没有读懂，通知要完整才算。请改好这几行，或不勾“通知”。</Trans>;
    case 'TOO_LONG':
      return <Trans>文件太大，不像一年的节假日。</Trans>;
    default:
      return <Trans>没有导入：请看看每一项，再试一次。</Trans>;
  }
}

/** UTF-8, or GBK where it is none. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gbk').decode(bytes);
  }
}
