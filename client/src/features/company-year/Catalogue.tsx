import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { Textarea } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useActivityWords, yuanOf } from '../activities/index.js';
import { EntryForm } from './EntryForm.js';
import { CLOSE_YEAR_ENTRY, REMOVE_YEAR_ENTRY, TAKE_OVER_YEAR } from './line.operations.js';
import styles from './company-year.module.css';
import { useYearWords, type DeskYear, type YearEntry } from './use-year-words.js';

interface Shown {
  readonly year: DeskYear;
  readonly reload: () => void;
}

/** What companies can wish for; lines are changed until the wishes are closed. */
export function Catalogue({ year, reload }: Shown) {
  const may = useMay();
  const changes = may('companyYear.plan') && year.stage !== 'CLOSED';
  return (
    <Section title={<Trans>目录</Trans>}>
      {changes ? <TakeOver year={year} reload={reload} /> : null}
      {year.entries.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>还没有活动。请加第一项。</Trans>
        </p>
      ) : (
        <ul className={styles['list']}>
          {year.entries.map((entry) => (
            <li key={entry.id}>
              <EntryCard year={year} entry={entry} changes={changes} reload={reload} />
            </li>
          ))}
        </ul>
      )}
      {changes ? (
        <details className={styles['fold']} open={year.entries.length === 0} data-print="no">
          <summary>
            <Trans>在目录里加一项</Trans>
          </summary>
          <Card>
            <EntryForm year={year} saved={reload} />
          </Card>
        </details>
      ) : null}
    </Section>
  );
}

/** Last year's lines once more, on the same days of the week. */
function TakeOver({ year, reload }: Shown) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, takeOver] = useMutation(TAKE_OVER_YEAR);
  const [problem, setProblem] = useState<ReactNode>(null);
  const take = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await takeOver({ input: { companyYearId: year.id } });
    const outcome = data?.takeOverYear;
    switch (outcome?.__typename) {
      case undefined:
        return setProblem(<RequestFault error={error} />);
      case 'CompanyYear': {
        const more = outcome.entries.length - year.entries.length;
        if (more === 0) return setProblem(<Trans>上一年的活动都已经在目录里，或者日子、场地不能再用。</Trans>);
        toast({ message: t`接过来 ${more} 项，日子换成同一个星期几。请看看有没有碰上放假。` });
        return reload();
      }
      case 'NotFound':
        return setProblem(<Trans>以前的年份还没有编过目录。请在下面加第一项。</Trans>);
      default:
        setProblem(<CommonRefusal kind="StaleVersion" reload={reload} />);
    }
  };
  return (
    <div data-print="no">
      <div className={styles['buttons']}>
        <Button variant="default" loading={fetching} onClick={() => void take()}>
          <Trans>接上一年的活动</Trans>
        </Button>
        <span className={styles['quiet']}>
          <Trans>日子换成同一个星期几；已经在目录里的不会再加。</Trans>
        </span>
      </div>
      {problem ? <div role="alert">{problem}</div> : null}
    </div>
  );
}

function EntryCard({ year, entry, changes, reload }: Shown & { readonly entry: YearEntry; readonly changes: boolean }) {
  const { t } = useLingui();
  const words = useYearWords();
  const kinds = useActivityWords();
  const format = useFormat();
  const [asking, setAsking] = useState<'change' | 'close'>();
  const theme = words.theme(entry);
  const planned = entry.days.filter((one) => one.planned).length;
  const done = (): void => {
    setAsking(undefined);
    reload();
  };
  return (
    <Card>
      <div className={styles['head']}>
        <h3>{theme}</h3>
        {entry.closedAt ? (
          <StateBadge tone="refused">
            <Trans>收回了</Trans>
          </StateBadge>
        ) : (
          <span className={styles['quiet']}>{kinds.kind(entry.kind)}</span>
        )}
      </div>
      {entry.closedWhy ? (
        <p>
          <Trans>告诉企业的原因：{entry.closedWhy}</Trans>
        </p>
      ) : null}
      <p className={styles['lead']}>{entry.taskGoal}</p>
      <p className={styles['quiet']}>
        {entry.venue} · {format.minute(entry.startMinute)}–{format.minute(entry.endMinute)} ·{' '}
        <Trans>{entry.childCount} 个孩子</Trans> · <Trans>一天最多 {entry.mostGuests} 位来宾</Trans> ·{' '}
        <Trans>{entry.workers} 位同事在场</Trans> · <Trans>每人 {yuanOf(entry.costPerGuest)} 元</Trans>
        {entry.hasOtherTasks ? (
          <>
            {' · '}
            <Trans>也有不接触孩子的事</Trans>
          </>
        ) : null}
      </p>
      <p className={styles['quiet']}>
        {words.days(entry.days)} · <Trans>最多办 {entry.times} 次</Trans>
        {planned > 0 ? (
          <>
            {' · '}
            <Trans>其中 {planned} 天的活动已经计划好</Trans>
          </>
        ) : null}
      </p>
      {changes && !entry.closedAt ? (
        <div className={styles['buttons']} data-print="no">
          <Button variant="default" aria-label={t`改“${theme}”`} onClick={() => setAsking('change')}>
            <Trans>改</Trans>
          </Button>
          {year.stage === 'PREPARING' ? (
            <TakeOut year={year} entry={entry} theme={theme} reload={reload} />
          ) : (
            <Button variant="subtle" aria-label={t`收回“${theme}”`} onClick={() => setAsking('close')}>
              <Trans>收回</Trans>
            </Button>
          )}
        </div>
      ) : null}
      <FormDialog opened={asking === 'change'} close={() => setAsking(undefined)} title={t`改“${theme}”`}>
        <EntryForm year={year} entry={entry} saved={done} />
      </FormDialog>
      <FormDialog opened={asking === 'close'} close={() => setAsking(undefined)} title={t`收回“${theme}”`}>
        <CloseForm year={year} entry={entry} saved={done} />
      </FormDialog>
    </Card>
  );
}

function TakeOut({ year, entry, theme, reload }: Shown & { readonly entry: YearEntry; readonly theme: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, remove] = useMutation(REMOVE_YEAR_ENTRY);
  return (
    <Button
      variant="subtle"
      loading={fetching}
      aria-label={t`拿掉“${theme}”`}
      onClick={() => {
        void remove({ input: { companyYearId: year.id, entryId: entry.id } }).then(() => {
          toast({ message: t`拿掉了。` });
          reload();
        });
      }}
    >
      <Trans>拿掉</Trans>
    </Button>
  );
}

/** Companies have seen the line: it stays on the page, with why it cannot be, and whoever chose it is told. */
function CloseForm({
  year,
  entry,
  saved,
}: {
  readonly year: DeskYear;
  readonly entry: YearEntry;
  readonly saved: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, close] = useMutation(CLOSE_YEAR_ENTRY);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm({ draft: `year-line-close.${entry.id}`, defaultValues: { reason: '' } });
  const submit = form.handleSubmit(async ({ reason }) => {
    setProblem(null);
    const input = { companyYearId: year.id, entryId: entry.id, version: entry.version, reason };
    const { data, error } = await close({ input });
    const outcome = data?.closeYearEntry;
    switch (outcome?.__typename) {
      case undefined:
        return setProblem(<RequestFault error={error} />);
      case 'CompanyYear':
        form.forget();
        toast({ message: t`收回了，选了它的企业会接到通知。` });
        return saved();
      case 'InvalidInput':
        return form.setError('reason', { message: t`请写一句为什么，300 字以内。` });
      case 'NotFound':
      case 'StaleVersion':
      case 'TransitionRefused':
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={saved} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>收回并告诉企业</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Textarea
        label={t`为什么办不成`}
        description={t`企业会看到这句话。它们别的意愿还在，可以另选一项。`}
        maxLength={300}
        error={form.formState.errors.reason?.message}
        {...form.register('reason')}
      />
    </Form>
  );
}
