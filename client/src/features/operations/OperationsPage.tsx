import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useRef } from 'react';
import { useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { mayRetry } from './dead-letter-view.js';
import { BackupPanel } from './BackupPanel.js';
import { DeadLetterTable } from './DeadLetterTable.js';
import { DEAD_LETTERS } from './operations.operations.js';
import { RetryFault, TallyWords } from './RetryWords.js';
import { UpkeepPanel } from './UpkeepPanel.js';
import { useRetry } from './use-retry.js';
import styles from './operations.module.css';

/** What the platform could not send or do, why, and the way to have it tried again. */
export default function OperationsPage() {
  const { t } = useLingui();
  const toast = useToast();
  const { agency } = useViewer();
  const list = useRef<HTMLDivElement>(null);
  const [{ data, error, fetching }, load] = useQuery({ query: DEAD_LETTERS });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const retry = useRetry((tally) => {
    toast({ tone: tally.REQUEUED > 0 ? 'good' : 'danger', message: <TallyWords tally={tally} /> });
    reload();
    // The row that held the focus goes; the list takes it, so that the keyboard does not start from the top.
    list.current?.focus();
  });
  const letters = data?.deadLetters ?? [];
  const open = letters.filter((letter) => mayRetry(letter, agency) && !retry.emptied.has(letter.id));
  const openCount = open.length;
  const { requeued } = retry;
  const look = (): void => {
    retry.forget();
    reload();
  };
  return (
    <Page
      title={t`运行状态`}
      lead={
        <Trans>
          备份、密钥、数据库和后台任务现在怎么样，哪里该做什么。这里不显示任何人的资料，也不显示消息的内容和收件人。
        </Trans>
      }
      width="wide"
      actions={
        openCount > 1 ? (
          <Button
            leftSection={<IconRefresh size={18} stroke={1.75} aria-hidden />}
            loading={retry.busy.size > 1}
            disabled={retry.busy.size === 1}
            onClick={() => void retry.run(open.map(({ id }) => id))}
          >
            <Plural value={openCount} other="# 件全部重试" />
          </Button>
        ) : null
      }
    >
      {retry.fault ? <RetryFault error={retry.fault} /> : null}
      {requeued > 0 ? (
        <div className={styles['requeued']} role="status">
          <p>
            <Plural value={requeued} other="# 件正在重新排队处理。做成了就不再出现；没有做成的，会回到这里。" />
          </p>
          <Button variant="default" loading={fetching} onClick={look}>
            <Trans>看看结果</Trans>
          </Button>
        </div>
      ) : null}
      <BackupPanel />
      <UpkeepPanel />
      <div ref={list} tabIndex={-1} role="region" aria-label={t`没有做成的消息和任务`} className={styles['list']}>
        {error && !data ? (
          <ErrorState error={error} retry={reload} />
        ) : !data ? (
          <LoadingState lines={8} />
        ) : letters.length > 0 ? (
          <DeadLetterTable letters={letters} retry={retry} />
        ) : requeued > 0 ? null : (
          <EmptyState drawing={<HandsWithBook />} title={<Trans>没有停在半路的消息和任务</Trans>}>
            <p>
              <Trans>有消息发不出去、有任务做不成时，平台会先自己再试；再试也没有用的，才会写在这里。</Trans>
            </p>
          </EmptyState>
        )}
      </div>
      <WhoSees permission="job.read" />
    </Page>
  );
}
