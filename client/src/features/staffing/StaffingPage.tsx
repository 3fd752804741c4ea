import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { PublishStaffingMutation, StaffingQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { monthOf, otherMonth } from '../activities/index.js';
import { PUBLISH_STAFFING, RUN_STAFFING, STAFFING } from './staffing.operations.js';
import { StaffedActivity } from './StaffedActivity.js';
import styles from './staffing.module.css';
import { useSeatWords } from './use-seat-words.js';

type Board = NonNullable<StaffingQuery['staffing']>;
type Published = Extract<PublishStaffingMutation['publishStaffing'], { __typename: 'StaffingPublished' }>;

/** A month's open activities: the engine proposes who helps, a worker changes it by hand and tells the volunteers. */
export default function StaffingPage() {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const [address, setAddress] = useSearchParams();
  const month = monthOf(address.get('month'), today);
  const [{ data, error, stale }, load] = useQuery({
    query: STAFFING,
    variables: { month },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const go = (to: string): void => setAddress({ month: to });
  const board = data?.staffing?.month === month ? data.staffing : undefined;
  return (
    <Page
      title={t`活动安排`}
      width="wide"
      lead={<Trans>系统按手续、时间、意愿和公平提出谁去哪个活动，您看过、改过，再通知志愿者。</Trans>}
    >
      <nav className={styles['buttons']} aria-label={t`哪个月`}>
        <Button variant="default" onClick={() => go(otherMonth(month, -1))}>
          <Trans>上个月</Trans>
        </Button>
        <strong>{month}</strong>
        <Button variant="default" onClick={() => go(otherMonth(month, 1))}>
          <Trans>下个月</Trans>
        </Button>
      </nav>
      {error && !board ? (
        <ErrorState error={error} retry={reload} />
      ) : !board ? (
        <LoadingState lines={8} />
      ) : board.activities.length === 0 ? (
        <EmptyState drawing={<TwoPaths />} title={<Trans>这个月没有要安排的活动</Trans>}>
          <p>
            <Trans>活动开放以后，才会出现在这里。请先在“活动”里计划并开放。</Trans>
          </p>
        </EmptyState>
      ) : (
        <div className={styles['stack']} aria-busy={stale}>
          <Steps board={board} reload={reload} />
          {board.activities.map((activity) => (
            <StaffedActivity key={activity.id} activity={activity} reload={reload} />
          ))}
        </div>
      )}
      <WhoSees permission="staffing.read" />
    </Page>
  );
}

function Steps({ board, reload }: { readonly board: Board; readonly reload: () => void }) {
  const { t } = useLingui();
  const may = useMay();
  const toast = useToast();
  const [{ fetching: running }, run] = useMutation(RUN_STAFFING);
  const [{ fetching: telling }, publish] = useMutation(PUBLISH_STAFFING);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const proposed = everySeat(board).filter(({ state }) => state === 'PROPOSED');
  const people = new Set(proposed.map(({ name }) => name)).size;

  const solve = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await run({ input: { month: board.month, requestId: newRequestId() } });
    const outcome = data?.runStaffing;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'StaffingRun') toast({ message: t`安排好了，请看一看。` });
    else setProblem(<Trans>没有安排：别的同事正在改这个月的名额。请过一会儿再试。</Trans>);
    reload();
  };
  const tell = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await publish({ input: { month: board.month } });
    setAsking(false);
    const outcome = data?.publishStaffing;
    if (outcome?.__typename !== 'StaffingPublished') return setProblem(<RequestFault error={error} />);
    if (outcome.told > 0) toast({ message: t`通知发出去了，等志愿者答复。` });
    if (outcome.refused.length > 0) setProblem(<NotTold refused={outcome.refused} />);
    reload();
  };

  return (
    <Card tone={proposed.length > 0 ? 'waiting' : undefined}>
      <Figures board={board} />
      {problem ? <div role="alert">{problem}</div> : null}
      {may('staffing.plan') ? (
        <div className={styles['buttons']} data-print="no">
          <Button variant={proposed.length > 0 ? 'default' : 'filled'} loading={running} onClick={() => void solve()}>
            {board.run ? <Trans>再安排一次</Trans> : <Trans>请系统安排</Trans>}
          </Button>
          {proposed.length > 0 ? (
            <Button onClick={() => setAsking(true)}>
              <Trans>通知志愿者</Trans>
            </Button>
          ) : null}
        </div>
      ) : null}
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`通知志愿者`}
        confirmLabel={<Trans>通知他们</Trans>}
        onConfirm={tell}
        busy={telling}
      >
        <p>
          <Plural value={people} other="# 位志愿者会收到通知，请他们答复来不来。" />{' '}
          <Trans>通知以后，系统再安排时不会动他们。</Trans>
        </p>
      </ConfirmDialog>
    </Card>
  );
}

function Figures({ board }: { readonly board: Board }) {
  const format = useFormat();
  const { run, mayServe, everybody } = board;
  const seats = board.activities.flatMap(({ roles }) => roles).reduce((sum, role) => sum + role.seats, 0);
  const all = everySeat(board);
  const taken = all.filter(({ state }) => state === 'PROPOSED' || state === 'PUBLISHED').length;
  const coming = all.filter(({ accepted }) => accepted).length;
  return (
    <>
      <p className={styles['lead']}>
        <Trans>
          {seats} 个名额里，{taken} 个有人，{coming} 个人答应来。
        </Trans>{' '}
        <Trans>
          {everybody} 位志愿者里，{mayServe} 位在这些日子手续齐全。
        </Trans>
      </p>
      {run ? (
        <p className={styles['quiet']}>
          <Trans>上次安排：{format.instant(run.startedAt)}</Trans> ·{' '}
          {run.come === 0 && run.gone === 0 ? (
            <Trans>和以前一样</Trans>
          ) : (
            <Trans>
              新来 {run.come} 个，换走 {run.gone} 个
            </Trans>
          )}{' '}
          · <Proof gapPpm={run.gapPpm} />
        </p>
      ) : null}
    </>
  );
}

function Proof({ gapPpm }: { readonly gapPpm: number }) {
  if (gapPpm <= 0) return <Trans>已经证明没有更好的安排</Trans>;
  const percent = (Math.ceil(gapPpm / 100) / 100).toFixed(2);
  return <Trans>已经证明离最好的安排不超过 {percent}%</Trans>;
}

function NotTold({ refused }: Pick<Published, 'refused'>) {
  const words = useSeatWords();
  return (
    <>
      <p className={styles['lead']}>
        <Trans>这几位没有通知，情况变了。请换人，或者再安排一次：</Trans>
      </p>
      <ul>
        {refused.map(({ name, theme, conflicts }) => (
          <li key={`${name} ${theme}`}>
            {name} · {theme}：{conflicts.map(words.conflict).join('；')}
          </li>
        ))}
      </ul>
    </>
  );
}

const everySeat = (board: Board) => board.activities.flatMap(({ roles }) => roles.flatMap(({ taken }) => taken));
