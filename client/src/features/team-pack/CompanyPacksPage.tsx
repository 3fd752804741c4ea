import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../gql/index.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { COMPANY_PACKS, PACK_HEAD } from './team-pack.operations.js';
import { useTheme } from './use-theme.js';
import styles from './team-pack.module.css';

/** What was sent to the reader's teams after their days. */
export default function CompanyPacksPage() {
  const { t } = useLingui();
  const format = useFormat();
  const theme = useTheme();
  const [{ data, error }, load] = useQuery({ query: COMPANY_PACKS, requestPolicy: 'cache-and-network' });
  return (
    <Page
      title={t`活动之后`}
      width="narrow"
      lead={<Trans>每次活动以后，机构在十个工作日以内写下同事们的服务时间和那天的情况。</Trans>}
    >
      <p>
        <Link to="/company/impact">
          <Trans>看全年的成效，下载 PDF 或表格</Trans>
        </Link>
      </p>
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data ? (
        <LoadingState lines={4} />
      ) : data.companyPacks.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>还没有收到说明</Trans>}>
          <p>
            <Trans>活动结束以后，说明会出现在这里，也会发通知给您。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {data.companyPacks.map((row) => {
            const head = readFragment(PACK_HEAD, row);
            return (
              <li key={head.id} className={styles['item']}>
                <Link to={`/company/packs/${head.id}`}>{theme(head)}</Link>
                <span className={styles['quiet']}>{format.dayOfWeek(head.onDate)}</span>
                <span lang={dataLang(head.teamName)}>{head.teamName}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Page>
  );
}
