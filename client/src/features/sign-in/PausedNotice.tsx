import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { graphql } from '../../gql/index.js';
import { Card } from '../../ui/page/Page.js';
import styles from './sign-in.module.css';

const PAUSED_ACCOUNT = graphql(`
  query PausedAccount {
    pausedAccount {
      agencyName
      contactPhone
    }
  }
`);

/** For whoever was signed in here when their work was stopped: kindly, what it means for today, and whom to call. */
export function PausedNotice() {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: PAUSED_ACCOUNT, requestPolicy: 'network-only' });
  const paused = data?.pausedAccount;
  if (!paused) return null;
  const { agencyName, contactPhone } = paused;
  return (
    <section role="status" aria-label={t`账号暂停使用`}>
      <Card>
        <div className={styles['paused']}>
          <h2>
            <Trans>您的账号暂停使用</Trans>
          </h2>
          <p>
            <Trans>服务先停一停。请先不要前往，也不用联系家庭，{agencyName}会和他们说。</Trans>
          </p>
          <p>
            {contactPhone ? (
              <Trans>
                想问什么都可以打电话：<a href={`tel:${contactPhone}`}>{contactPhone}</a>。
              </Trans>
            ) : (
              <Trans>想问什么，请联系{agencyName}里您熟悉的社会工作者。</Trans>
            )}
          </p>
        </div>
      </Card>
    </section>
  );
}
