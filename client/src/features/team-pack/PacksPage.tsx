import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { readFragment } from '../../gql/index.js';
import { HandsWithBook } from '../../ui/drawings/HandsWithBook.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { WaitingInterests } from './WaitingInterests.js';
import { PackState } from './PackState.js';
import { PACK_HEAD, PACKS } from './team-pack.operations.js';
import { useTheme } from './use-theme.js';
import styles from './team-pack.module.css';

/** Which teams are to be told what their day came to, the earliest due first. */
export default function PacksPage() {
  const { t } = useLingui();
  const format = useFormat();
  const theme = useTheme();
  const may = useMay();
  const [{ data, error }, load] = useQuery({ query: PACKS, requestPolicy: 'cache-and-network' });
  return (
    <Page
      title={t`活动之后`}
      lead={<Trans>活动结束以后十个工作日以内，告诉来的团队：每个人的服务时间、那天怎么样、带来了什么。</Trans>}
    >
      {error && !data ? (
        <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />
      ) : !data ? (
        <LoadingState lines={6} />
      ) : data.teamPacks.length === 0 ? (
        <EmptyState drawing={<HandsWithBook />} title={<Trans>没有要写的说明</Trans>}>
          <p>
            <Trans>有团队参加的活动结束以后，会自动出现在这里。</Trans>
          </p>
        </EmptyState>
      ) : (
        <ul className={styles['list']}>
          {data.teamPacks.map((row) => {
            const head = readFragment(PACK_HEAD, row);
            return (
              <li key={head.id} className={styles['item']}>
                <Link to={`/agency/packs/${head.id}`}>
                  <span lang={dataLang(head.teamName)}>{head.teamName}</span> · {theme(head)}
                </Link>
                <span className={styles['quiet']}>{format.dayOfWeek(head.onDate)}</span>
                <PackState head={head} />
              </li>
            );
          })}
        </ul>
      )}
      {may('volunteer.read') ? <WaitingInterests /> : null}
      <WhoSees permission="pack.read" />
    </Page>
  );
}
