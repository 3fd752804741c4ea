import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import { lastViewer } from '../../app/session/last-viewer.js';
import { useSession } from '../../app/session/session-context.js';
import { LinkButton } from '../../ui/button/Button.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './concerns.module.css';
import { MY_CONCERNS } from './concerns.operations.js';
import { KeptNote } from './KeptNote.js';
import { OpenConcern } from './RaiseConcern.js';
import { Receipt } from './Receipt.js';
import { useKeptConcerns } from './use-kept-concerns.js';

/** From every page, for everybody: one screen. With an account, by the family's card without one, or by phone. */
export default function AnywherePage() {
  const { t } = useLingui();
  const session = useSession();
  const { count } = useKeptConcerns();
  if (session.status === 'loading') return <LoadingState lines={4} />;
  const viewer = session.status === 'ready' ? session.viewer : undefined;
  const offline = session.status === 'failed' && failureOf(session.error).kind === 'OFFLINE';
  const writes = viewer !== undefined || (offline && lastViewer() !== undefined);
  return (
    <Page
      title={t`担心一个孩子的安全`}
      width="narrow"
      lead={<Trans>不用弄清楚，也不用有证据。说出来，会有人去看。孩子正有危险，先打 110。</Trans>}
    >
      <KeptNote count={count} />
      {writes ? (
        <>
          {offline ? (
            <p role="status">
              <Trans>现在没有网络。写下来会加密存在这台设备上，一有网络就送出。</Trans>
            </p>
          ) : null}
          <Card>
            <OpenConcern />
          </Card>
          {viewer ? <Own /> : null}
        </>
      ) : (
        <Card>
          <div className={styles['form']}>
            <p>
              <Trans>有家庭卡的孩子和家人，不用账号：</Trans>
            </p>
            <div className={styles['actions']}>
              <LinkButton to="/card">
                <Trans>用家庭卡说</Trans>
              </LinkButton>
            </div>
            <p>
              <Trans>志愿者、捐赠人、企业的人和同事，登录以后写一句就好：</Trans>
            </p>
            <div className={styles['actions']}>
              <LinkButton to="/sign-in?next=/concern" variant="default">
                <Trans>登录以后说</Trans>
              </LinkButton>
            </div>
            <p>
              <Trans>
                没有账号也没有卡：打给认识的社会工作者，或者打 <a href="tel:110">110</a>、<a href="tel:12345">12345</a>
                。
              </Trans>
            </p>
          </div>
        </Card>
      )}
    </Page>
  );
}

/** What one has said before: that it arrived, and whom to call. */
function Own() {
  const [{ data }] = useQuery({ query: MY_CONCERNS });
  if (!data || data.myConcerns.length === 0) return null;
  return (
    <Section title={<Trans>您以前说过的</Trans>}>
      <ul className={styles['list']}>
        {data.myConcerns.slice(0, 5).map((receipt) => (
          <li key={receipt.raisedAt}>
            <Receipt receipt={receipt} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
