import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import type { FileRequestsQuery } from '../../gql/graphql.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { CommonRefusal, type CommonRefusalKind } from '../../ui/states/CommonRefusal.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { DECIDE_FILE, FILE_REQUESTS } from './file-access.operations.js';
import styles from './file-access.module.css';

type Wish = FileRequestsQuery['fileRequests'][number];

/** Colleagues who asked to open a closed part of a file, each with the reason; one word each. */
export default function FileRequestsPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: FILE_REQUESTS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`等您决定的调阅`}
      lead={<Trans>同事想看孩子档案里收着的部分。理由说得通、也只够用，就同意；到时间会自动合上。</Trans>}
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={4} />
      ) : data.fileRequests.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>没有在等您决定的调阅</Trans>}>
          <p>
            <Trans>有同事写下理由、请您决定时，会出现在这里和“今天”里。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['wishes']}>
          {data.fileRequests.map((wish) => (
            <li key={wish.id}>
              <Card>
                <Decision wish={wish} reload={reload} />
              </Card>
            </li>
          ))}
        </ul>
      )}
      <WhoSees permission="file.decide" />
    </Page>
  );
}

function Decision({ wish, reload }: { readonly wish: Wish; readonly reload: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const format = useFormat();
  const [{ fetching }, decide] = useMutation(DECIDE_FILE);
  const [refused, setRefused] = useState<CommonRefusalKind>();
  const { id, childId, pseudonym, requestedBy, requestedAt, reason, version } = wish;
  const when = format.instant(requestedAt);
  const say = async (approve: boolean): Promise<void> => {
    const { data } = await decide({ input: { accessId: id, approve, version } });
    const outcome = data?.decideFileAccess.__typename;
    if (outcome === 'FileAccess') {
      toast({ message: approve ? t`已经为${requestedBy}打开。` : t`没有打开，${requestedBy}会看到。` });
      reload();
    } else if (outcome === 'StaleVersion' || outcome === 'TransitionRefused' || outcome === 'NotFound') {
      setRefused(outcome);
    } else {
      toast({ tone: 'danger', message: t`没有保存，请再试一次。` });
    }
  };
  if (refused) return <CommonRefusal kind={refused} reload={reload} />;
  return (
    <>
      <h2 className={styles['wish']}>
        <Trans>
          {requestedBy}想看<Link to={`/agency/children/${encodeURIComponent(childId)}`}>{pseudonym}</Link>
          的学校和监护人联系方式
        </Trans>
      </h2>
      <blockquote className={styles['reason']}>{reason}</blockquote>
      <p className={styles['quiet']}>{when}</p>
      <div className={styles['actions']}>
        <Button loading={fetching} onClick={() => void say(true)}>
          <Trans>同意打开</Trans>
        </Button>
        <Button variant="default" disabled={fetching} onClick={() => void say(false)}>
          <Trans>这次不打开</Trans>
        </Button>
      </div>
    </>
  );
}
