import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useViewer } from '../../app/session/session-context.js';
import { useFormat } from '../../ui/format/use-format.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { causeOf, isKnownJob, lastDayToRetry, mayRetry, MOST_LISTED, type DeadLetter } from './dead-letter-view.js';
import { CAUSE_WORDS, jobWords } from './dead-letter-words.js';
import styles from './operations.module.css';
import type { Retry } from './use-retry.js';

interface LetterProps {
  readonly letter: DeadLetter;
  readonly retry: Retry;
}

/** Every job that stopped: what, why, what to do about it, and how often it was tried. */
export function DeadLetterTable({
  letters,
  retry,
}: {
  readonly letters: readonly DeadLetter[];
  readonly retry: Retry;
}) {
  const { t } = useLingui();
  const count = letters.length;
  return (
    <DataTable
      caption={t`没有做成的消息和任务，最近的在前`}
      summary={
        count < MOST_LISTED ? (
          <Plural value={count} other="# 件没有做成，最近的在前。" />
        ) : (
          <Plural value={count} other="这里显示最近的 # 件；更早的可能还有。" />
        )
      }
      rows={letters}
      rowKey={(letter) => letter.id}
      columns={[
        { key: 'job', header: t`没有做成的事`, cell: ({ kind }) => <Job kind={kind} /> },
        { key: 'why', header: t`为什么`, cell: ({ lastError }) => <Why lastError={lastError} /> },
        { key: 'now', header: t`怎么办`, cell: (letter) => <Now letter={letter} retry={retry} /> },
        { key: 'tried', header: t`试过`, cell: (letter) => <Tried letter={letter} /> },
      ]}
    />
  );
}

function Job({ kind }: { readonly kind: string }) {
  const { i18n } = useLingui();
  const { name, meaning } = jobWords(kind);
  return (
    <div className={styles['job']}>
      <span>{i18n._(name)}</span>
      <span className={styles['meaning']}>{i18n._(meaning)}</span>
      {isKnownJob(kind) ? null : <Code code={kind} />}
    </div>
  );
}

function Why({ lastError }: { readonly lastError: string }) {
  const { i18n } = useLingui();
  return (
    <div className={styles['why']}>
      <span>{i18n._(CAUSE_WORDS[causeOf(lastError)].why)}</span>
      <Code code={lastError} />
    </div>
  );
}

/** For whoever looks after the server; the words beside it are for everybody else. */
function Code({ code }: { readonly code: string }) {
  return (
    <span className={styles['code']}>
      <Trans>
        代号 <code>{code}</code>
      </Trans>
    </span>
  );
}

function Now({ letter, retry }: LetterProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { agency } = useViewer();
  const open = mayRetry(letter, agency) && !retry.emptied.has(letter.id);
  const words = CAUSE_WORDS[open ? causeOf(letter.lastError) : 'CONTENT_GONE'];
  const name = i18n._(jobWords(letter.kind).name);
  const lastDay = format.day(lastDayToRetry(letter.diedAt, agency.timeZone));
  const busy = retry.busy.has(letter.id);
  if (!open) {
    return (
      <div className={styles['now']}>
        <span>{i18n._(words.why)}</span>
        <span>{i18n._(words.now)}</span>
      </div>
    );
  }
  return (
    <div className={styles['now']}>
      <span>{i18n._(words.now)}</span>
      <Button
        variant="default"
        leftSection={<IconRefresh size={18} stroke={1.75} aria-hidden />}
        aria-label={t`重试：${name}`}
        loading={busy}
        disabled={!busy && retry.busy.size > 0}
        onClick={() => void retry.run([letter.id])}
        data-print="no"
      >
        <Trans>重试</Trans>
      </Button>
      <span className={styles['code']}>
        <Trans>内容只保存七天：{lastDay}以前可以重试。</Trans>
      </span>
    </div>
  );
}

function Tried({ letter: { attempts, diedAt } }: { readonly letter: DeadLetter }) {
  const format = useFormat();
  const at = format.instant(diedAt);
  return (
    <div className={styles['tried']}>
      <Plural value={attempts} other="# 次" />
      <span className={styles['code']}>
        <Trans>{at}停下</Trans>
      </span>
    </div>
  );
}
