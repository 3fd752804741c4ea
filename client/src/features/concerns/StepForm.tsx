import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { ConcernBlocker, ConcernStepKind } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { NativeSelect, Radio, Textarea, TextInput } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import styles from './concerns.module.css';
import { Assignee } from './Assignee.js';
import { WRITE_STEP } from './concerns.operations.js';
import { EMPTY_STEP, shows, stepBody, WITHIN_HOURS, type StepValues } from './step-form.js';
import { AUTHORITY, BLOCKER, CATEGORY, STEP } from './step-words.js';

export interface StepFormProps {
  readonly concernId: string;
  readonly kind: ConcernStepKind;
  /** The task that is done. */
  readonly taskId?: string;
  /** Cards about the child that somebody outside reads, or will: a triage asks whether they stop. */
  readonly openCards?: number;
  readonly written: () => void;
  readonly reload: () => void;
}

/** One step: its fields come from the table that the server goes by; what was typed is kept until it is written down. */
export function StepForm({ concernId, kind, taskId, openCards = 0, written, reload }: StepFormProps) {
  const { t, i18n } = useLingui();
  const [{ fetching }, write] = useMutation(WRITE_STEP);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId, setRequestId] = useState(newRequestId);
  const asksCards = kind === 'TRIAGED' && openCards > 0;
  const [cards, setCards] = useState<'KEEP_BACK' | 'LEAVE'>();
  const draft = `concern-step.${concernId}.${taskId ?? kind}`;
  const form = useKeptForm<StepValues>({ draft, defaultValues: EMPTY_STEP });
  const { words: wordsError, assigneeId: assigneeError } = form.formState.errors;

  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    if (asksCards && !cards) return setProblem(<Trans>请选一选：孩子的成长卡片要不要先停住。</Trans>);
    const freeze = asksCards && cards === 'KEEP_BACK' ? { freezeCards: true } : {};
    const input = { concernId, requestId, ...stepBody(kind, values, taskId), ...freeze };
    const { data, error } = await write({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.writeConcernStep;
    switch (result.__typename) {
      case 'ConcernFile':
        form.forget();
        form.reset(EMPTY_STEP);
        setRequestId(newRequestId());
        return written();
      case 'ConcernBlocked':
        return setProblem(<Blocked blockers={result.blockers} />);
      case 'InvalidInput':
        return setProblem(<Trans>还差一点：请看看每一格，报告的时间不能在以后，字数不要太多。</Trans>);
      default:
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
    }
  });

  const optional = kind === 'REPORTED';
  return (
    <form className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
      {shows(kind, 'category') ? (
        <NativeSelect
          label={t`是哪一类`}
          data={Object.entries(CATEGORY).map(([value, word]) => ({ value, label: i18n._(word) }))}
          {...form.register('category')}
        />
      ) : null}
      {shows(kind, 'authority') ? (
        <NativeSelect
          label={t`向谁报告`}
          data={Object.entries(AUTHORITY).map(([value, word]) => ({ value, label: i18n._(word) }))}
          {...form.register('authority')}
        />
      ) : null}
      {shows(kind, 'happenedAt') ? <When form={form} /> : null}
      {shows(kind, 'reference') ? (
        <TextInput
          label={t`受理编号`}
          description={optional ? t`现在没有，可以以后补上。` : undefined}
          {...form.register('reference', { required: optional ? false : t`请写上编号。` })}
          error={form.formState.errors.reference?.message}
        />
      ) : null}
      {shows(kind, 'words') ? (
        <Textarea
          label={i18n._(STEP[kind].ask)}
          rows={3}
          error={wordsError?.message}
          {...form.register('words', { required: optional ? false : t`请写几个字。` })}
        />
      ) : null}
      {shows(kind, 'assigneeId') ? (
        <div className={styles['pair']}>
          <Assignee
            label={t`谁来做`}
            none={t`请选`}
            error={assigneeError?.message}
            field={form.register('assigneeId', { required: t`请选一位同事。` })}
          />
          <NativeSelect label={t`多久以内`} {...form.register('withinHours')}>
            {WITHIN_HOURS.map((hours) => (
              <Within key={hours} hours={hours} />
            ))}
          </NativeSelect>
        </div>
      ) : null}
      {asksCards ? (
        <FieldGroup label={<Plural value={openCards} other="这个孩子有 # 张成长卡片，要不要先停住？" />}>
          <Radio
            name="cards"
            label={t`先停住，外面的人都看不到`}
            checked={cards === 'KEEP_BACK'}
            onChange={() => setCards('KEEP_BACK')}
          />
          <Radio
            name="cards"
            label={t`不用停，和这件事没有关系`}
            checked={cards === 'LEAVE'}
            onChange={() => setCards('LEAVE')}
          />
        </FieldGroup>
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button type="submit" loading={fetching}>
          <Trans>记下来</Trans>
        </Button>
      </div>
    </form>
  );
}

function Within({ hours }: { readonly hours: number }) {
  return (
    <option value={hours}>
      {hours < 24 ? <Plural value={hours} other="# 小时" /> : <Plural value={hours / 24} other="# 天" />}
    </option>
  );
}

type KeptForm = ReturnType<typeof useKeptForm<StepValues>>;

function When({ form }: { readonly form: KeptForm }) {
  const { t } = useLingui();
  const before = form.watch('when') === 'BEFORE';
  return (
    <FieldGroup label={t`什么时候报告的`}>
      <Radio label={t`刚刚`} value="NOW" {...form.register('when')} />
      <Radio label={t`更早`} value="BEFORE" {...form.register('when')} />
      {before ? (
        <div className={styles['pair']}>
          <TextInput type="date" label={t`日期`} {...form.register('day', { required: true })} />
          <TextInput type="time" label={t`时间`} {...form.register('time', { required: true })} />
        </div>
      ) : null}
    </FieldGroup>
  );
}

function Blocked({ blockers }: { readonly blockers: readonly ConcernBlocker[] }) {
  const { t, i18n } = useLingui();
  return blockers.map((blocker) => {
    const { why, now, clause } = BLOCKER[blocker];
    return (
      <RefusalPanel
        key={blocker}
        what={t`没有记下`}
        why={i18n._(why)}
        clause={clause === undefined ? undefined : `MZ/T 248—2025 ${clause}`}
        now={i18n._(now)}
        ask={t`督导者或机构负责人。`}
      />
    );
  });
}
