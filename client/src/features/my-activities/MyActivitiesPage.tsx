import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { MySeatsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { Textarea } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { useActivityWords } from '../activities/index.js';
import { ANSWER_SEAT, MY_SEATS } from './my-activities.operations.js';
import { WishesForm } from './WishesForm.js';
import styles from './my-activities.module.css';

type Seat = MySeatsQuery['mySeats'][number];
interface SeatProps {
  readonly seat: Seat;
  readonly reload: () => void;
}

/** Activities that a volunteer was asked for: what, where, with whom, yes or no; and what they like to do. */
export default function MyActivitiesPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_SEATS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page title={t`我的活动`} width="narrow" lead={<Trans>看看哪一天、做什么，再说来不来。来不了没关系。</Trans>}>
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState lines={4} />
      ) : (
        <>
          {data.mySeats.length === 0 ? (
            <EmptyState drawing={<TwoPaths />} title={<Trans>还没有给您安排活动</Trans>}>
              <p>
                <Trans>在下面说说您想参加什么，安排的时候会照着看。</Trans>
              </p>
            </EmptyState>
          ) : (
            data.mySeats.map((seat) => <SeatCard key={seat.id} seat={seat} reload={reload} />)
          )}
          {data.myActivityWishes ? (
            <Card>
              <h2>
                <Trans>我想参加什么</Trans>
              </h2>
              <WishesForm key={data.myActivityWishes.version} wishes={data.myActivityWishes} saved={reload} />
            </Card>
          ) : null}
        </>
      )}
    </Page>
  );
}

function SeatCard({ seat, reload }: SeatProps) {
  const format = useFormat();
  const words = useActivityWords();
  const { onDate, venueName, venueAddress, task, inCharge, state, accepted, calledOff } = seat;
  const waits = state === 'PUBLISHED' && !accepted && !calledOff;
  return (
    <Card tone={waits ? 'waiting' : undefined}>
      <div className={styles['head']}>
        <h2 lang={words.themeLang(seat)}>{words.theme(seat)}</h2>
        <Standing seat={seat} />
      </div>
      <p className={styles['when']}>
        {format.dayOfWeek(onDate)} {words.hours(seat)}
      </p>
      <p className={styles['quiet']}>
        {venueName}
        {venueAddress ? ` · ${venueAddress}` : ''}
      </p>
      <p className={styles['quiet']}>
        <Trans>您做的事：{task}</Trans>
        {inCharge.length > 0 ? (
          <>
            {' · '}
            <Trans>有事找 {format.list(inCharge)}</Trans>
          </>
        ) : null}
      </p>
      {state === 'PUBLISHED' && !calledOff ? <Answer seat={seat} reload={reload} /> : null}
    </Card>
  );
}

function Standing({ seat: { state, accepted, calledOff } }: Pick<SeatProps, 'seat'>) {
  if (calledOff) {
    return (
      <StateBadge tone="refused">
        <Trans>活动取消了</Trans>
      </StateBadge>
    );
  }
  switch (state) {
    case 'PUBLISHED':
      return accepted ? (
        <StateBadge tone="good">
          <Trans>您答应来</Trans>
        </StateBadge>
      ) : (
        <StateBadge tone="waiting">
          <Trans>等您答复</Trans>
        </StateBadge>
      );
    case 'DECLINED':
      return (
        <StateBadge tone="quiet">
          <Trans>您说来不了</Trans>
        </StateBadge>
      );
    case 'PROPOSED':
    case 'ENDED':
      return (
        <StateBadge tone="quiet">
          <Trans>这次不用来了</Trans>
        </StateBadge>
      );
  }
}

function Answer({ seat, reload }: SeatProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ fetching }, answer] = useMutation(ANSWER_SEAT);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ReactNode>(null);
  const say = async (coming: boolean): Promise<void> => {
    setProblem(null);
    const { data, error } = await answer({
      input: { seatAssignmentId: seat.id, version: seat.version, coming, reason },
    });
    const outcome = data?.answerSeat;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'MySeat') {
      toast({ message: coming ? t`记下了，谢谢您来。` : t`记下了，谢谢您早点告诉我们。` });
      setDeclining(false);
    } else setProblem(<Trans>没有记下：安排刚刚有变化，请再看一眼。</Trans>);
    reload();
  };
  return (
    <>
      {problem ? <div role="alert">{problem}</div> : null}
      {declining ? (
        <>
          <Textarea
            label={t`为什么来不了（可以不写）`}
            description={t`不超过 200 个字，只有安排活动的同事看得到。`}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className={styles['buttons']}>
            <Button loading={fetching} onClick={() => void say(false)}>
              <Trans>告诉他们我来不了</Trans>
            </Button>
            <Button variant="default" onClick={() => setDeclining(false)}>
              <Trans>先不说</Trans>
            </Button>
          </div>
        </>
      ) : (
        <div className={styles['buttons']}>
          {seat.accepted ? null : (
            <Button loading={fetching} onClick={() => void say(true)}>
              <Trans>我来</Trans>
            </Button>
          )}
          <Button variant="default" onClick={() => setDeclining(true)}>
            <Trans>我来不了</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
