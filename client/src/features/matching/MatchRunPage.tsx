import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
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
import { RunProgress } from './RunProgress.js';
import { Unmatched } from './Unmatched.js';

/** The board of one run: proposals at the left, the reasons at the right; below, for whom nobody was found and why. */
export default function MatchRunPage() {
  const { t } = useLingui();
  const format = useFormat();
  const { runId = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: MATCH_RUN, variables: { id: runId } });
  const reload = useCallback(() => load({ requestPolicy: 'network-only' }), [load]);
  if (error && !data) return <ErrorState page error={error} retry={reload} />;
  if (!data) return <LoadingState lines={6} />;
  const run = data.matchRun;
  if (!run) return <NotFoundState home="/agency/matching" />;
  const day = format.day(run.serviceDate);
  return (
    <Page
      title={t`搭配建议：${day}`}
      lead={
        run.state === 'DONE' ? (
          <Trans>
            {run.startedBy}在{format.instant(run.startedAt)}做的匹配，考虑了 {run.childrenConsidered} 名儿童和{' '}
            {run.volunteersConsidered} 名志愿者。
          </Trans>
        ) : (
          <Trans>
            {run.startedBy}在{format.instant(run.startedAt)}开始的匹配。
          </Trans>
        )
      }
      width="wide"
    >
      {run.state === 'DONE' ? (
        <>
          <CertificateStrip run={run} />
          <Board runId={run.id} serviceDate={run.serviceDate} />
          <Unmatched runId={run.id} />
        </>
      ) : (
        <RunProgress run={run} reload={reload} />
      )}
      <WhoSees permission="match.read" />
    </Page>
  );
}
