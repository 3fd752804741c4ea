import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AskForm } from './AskForm.js';
import { MyRequest } from './MyRequest.js';
import { MY_RIGHTS } from './rights.operations.js';
import styles from './rights.module.css';

/** What somebody may ask about what is kept of them, or of their child; and what came of it. */
export function DataRights({ about }: { readonly about: 'SELF' | 'CHILD' }) {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_RIGHTS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={about === 'CHILD' ? t`关于孩子的信息` : t`关于我的信息`}
      width="narrow"
      lead={
        about === 'CHILD' ? (
          <Trans>
            您可以知道我们保存了孩子的什么，要一份副本，请我们更正、转走或者删除。不收费，也不影响孩子得到的帮助。
          </Trans>
        ) : (
          <Trans>
            您可以知道我们保存了您的什么，要一份副本，请我们更正、转走或者删除。不收费，也不影响您参加服务。
          </Trans>
        )
      }
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={5} />
      ) : (
        <>
          <Section title={<Trans>提出过的请求</Trans>}>
            {data.myRights.length === 0 ? (
              <EmptyState drawing={<OpenWindow />} title={<Trans>还没有提出过请求</Trans>}>
                <p>
                  <Trans>提出以后，办到哪一步、什么时候答复，都写在这里。</Trans>
                </p>
              </EmptyState>
            ) : (
              <ul className={styles['requests']}>
                {data.myRights.map((request) => (
                  <MyRequest key={request.id} request={request} reload={reload} />
                ))}
              </ul>
            )}
          </Section>
          <Section title={<Trans>提出新的请求</Trans>}>
            <Card>
              <AskForm draft={about} asked={reload} />
            </Card>
          </Section>
        </>
      )}
    </Page>
  );
}
