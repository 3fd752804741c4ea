import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from 'urql';
import { Link } from 'react-router';
import { pathOfFace } from '../../app/session/face-path.js';
import { useSession, useViewer } from '../../app/session/session-context.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { NoticeItem } from './NoticeItem.js';
import styles from './notices.module.css';
import { MARK_NOTICE_READ, NOTICES } from './notices.operations.js';

export default function NoticesPage() {
  const { t } = useLingui();
  const toast = useToast();
  const { refresh } = useSession();
  const viewer = useViewer();
  const [{ data, error }, load] = useQuery({ query: NOTICES });
  const [, mark] = useMutation(MARK_NOTICE_READ);
  const markRead = async (id: string): Promise<void> => {
    const result = await mark({ id });
    if (result.error) toast({ tone: 'danger', message: t`没有标记成功，请稍后再试。` });
    load({ requestPolicy: 'network-only' });
    await refresh();
  };
  return (
    <Page
      title={t`消息`}
      width="narrow"
      lead={
        <>
          <Trans>与您有关的变化会写在这里，也会按您选的方式发给您。</Trans>{' '}
          <Link to={`${pathOfFace(viewer.face)}/messages`}>
            <Trans>选择消息怎么发给我</Trans>
          </Link>
        </>
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data ? (
        <LoadingState />
      ) : data.notices.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>还没有消息</Trans>}>
          <p>
            <Trans>有新的安排、需要您回答的事，或者快到期的手续，都会先出现在这里。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {data.notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} markRead={(id) => void markRead(id)} />
          ))}
        </ul>
      )}
    </Page>
  );
}
