import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useFormat } from '../../ui/format/use-format.js';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { NotFoundState } from '../../ui/states/NotFoundState.js';
import { Board } from './Board.js';
import { CertificateStrip } from './CertificateStrip.js';
import { MATCH_RUN } from './matching.operations.js';
import { Unmatched } from './Unmatched.js';

/** The board of one run: proposals at the left, the reasons at the right; below, for whom nobody was found and why. */
export default function MatchRunPage() {
  const { t } = useLingui();
  const format = useFormat();
  const { runId = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: MATCH_RUN, variables: { id: runId } });
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={6} />;
  const run = data.matchRun;
  if (!run) return <NotFoundState home="/agency/matching" />;
  const day = format.day(run.serviceDate);
  return (
    <Page
      title={t`搭配建议：${day}`}
      lead={
        <Trans>
          {run.startedBy}在{format.instant(run.startedAt)}做的匹配，考虑了 {run.childrenConsidered} 名儿童和{' '}
          {run.volunteersConsidered} 名志愿者。
        </Trans>
      }
      width="wide"
    >
      <CertificateStrip run={run} />
      <Board runId={run.id} serviceDate={run.serviceDate} />
      <Unmatched unmatched={run.unmatched} considered={run.childrenConsidered} />
      <WhoSees permission="match.read" />
    </Page>
  );
}
