import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { AddPaper } from './AddPaper.js';
import { TEAM_PAPERS } from './team-papers.operations.js';
import { TeamPaperList } from './TeamPaperList.js';
import { WithdrawPaper } from './WithdrawPaper.js';
import styles from './team-papers.module.css';

/** A place for the team's donation agreement and receipt, at the desk. */
export function DeskPapers({ packId }: { readonly packId: string }) {
  const may = useMay();
  const [{ data, error }, load] = useQuery({
    query: TEAM_PAPERS,
    variables: { packId },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const papers = data?.teamPapers.papers;
  return (
    <Section
      title={<Trans>捐赠协议和收据</Trans>}
      lead={<Trans>团队自己看得到，也会列在它的年度成效里。金额照纸上写的抄录，不是账目，也不加在一起。</Trans>}
    >
      {error && !papers ? (
        <ErrorState error={error} retry={reload} />
      ) : !papers ? (
        <LoadingState lines={2} />
      ) : papers.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>还没有放进来的文件。</Trans>
        </p>
      ) : (
        <TeamPaperList
          papers={papers}
          acts={(paper) => (may('pack.send') ? <WithdrawPaper paper={paper} reload={reload} /> : null)}
        />
      )}
      {papers && may('pack.send') ? (
        <details className={styles['fold']}>
          <summary>
            <Trans>放进一份文件</Trans>
          </summary>
          <AddPaper packId={packId} reload={reload} />
        </details>
      ) : null}
    </Section>
  );
}
