import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { MatchRunQuery } from '../../gql/graphql.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card } from '../../ui/page/Page.js';
import { Progress } from '../../ui/progress/Progress.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { CANCEL_RUN } from './board.operations.js';
import { NobodyReady } from './NobodyReady.js';

type Run = NonNullable<MatchRunQuery['matchRun']>;

const ASK_AGAIN_MS = 1000;

/** A run that has no board yet, or never will: how far it is, or why it ended. */
export function RunProgress({ run, reload }: { readonly run: Run; readonly reload: () => void }) {
  switch (run.state) {
    case 'RUNNING':
      return <UnderWay run={run} reload={reload} />;
    case 'CANCELLED':
      return (
        <Ended title={<Trans>这次匹配已经停下</Trans>}>
          <Trans>什么都没有改变：以前的建议和决定都还在。随时可以再做一次。</Trans>
        </Ended>
      );
    case 'FAILED':
      return run.readiness ? (
        <NobodyReady {...run.readiness} />
      ) : (
        <Ended title={<Trans>这次匹配没有做完</Trans>}>
          <Trans>做到一半服务停了一下。以前的建议和决定都还在，请再做一次；还是不行的话，告诉技术同事。</Trans>
        </Ended>
      );
    case 'DONE':
      return null;
    default:
      return assertUnreachable(run.state);
  }
}

function UnderWay({ run, reload }: { readonly run: Run; readonly reload: () => void }) {
  const { t } = useLingui();
  const may = useMay();
  const [{ fetching }, cancel] = useMutation(CANCEL_RUN);
  const [problem, setProblem] = useState<ReactNode>(null);
  useEffect(() => {
    const timer = setInterval(reload, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const stop = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await cancel({ input: { matchRunId: run.id } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.cancelMatchRun;
    // It was done first: the board is there.
    if (result.__typename === 'NotFound') setProblem(<CommonRefusal kind="NotFound" reload={reload} />);
    reload();
  };
  const { progress } = run;
  return (
    <Card>
      <Progress
        label={
          progress < 60
            ? t`正在读名单和手续：${progress}%`
            : progress < 85
              ? t`正在找整体最好的搭配：${progress}%`
              : t`证明核对过了，正在记下来：${progress}%`
        }
        value={progress}
        max={100}
      />
      <p>
        <Trans>可以先去做别的事，回来时结果会在这里。</Trans>
      </p>
      {may('match.run') ? (
        <Button variant="default" loading={fetching} onClick={() => void stop()}>
          <Trans>停下这次匹配</Trans>
        </Button>
      ) : null}
      {problem ? <div role="alert">{problem}</div> : null}
    </Card>
  );
}

function Ended({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <EmptyState title={title}>
      <p>{children}</p>
      <Button component={Link} to="/agency/matching" variant="default">
        <Trans>再做一次匹配</Trans>
      </Button>
    </EmptyState>
  );
}
