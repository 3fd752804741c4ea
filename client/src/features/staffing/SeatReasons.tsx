import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { SeatConflictCode, SeatReasonsQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ADD_SEAT, SEAT_REASONS } from './staffing.operations.js';
import styles from './staffing.module.css';
import { useSeatWords } from './use-seat-words.js';

type Reason = NonNullable<SeatReasonsQuery['seatReasons']>[number];

const MOST_SHOWN = 12;
/** What nobody decides otherwise, as the server says it. */
const HARD: ReadonlySet<SeatConflictCode> = new Set(['NOT_ELIGIBLE', 'ELSEWHERE', 'SEATS_TAKEN', 'HAS_SEAT']);

export interface SeatReasonsProps {
  readonly activityId: string;
  readonly role: number;
  readonly close: () => void;
  readonly changed: () => void;
}

/** Everybody for one role: who has it and why, who is next best, who is ruled out and by what. */
export function SeatReasons({ activityId, role, close, changed }: SeatReasonsProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useSeatWords();
  const [{ data, error }, load] = useQuery({
    query: SEAT_REASONS,
    variables: { activityId, role },
    requestPolicy: 'network-only',
  });
  const [{ fetching }, add] = useMutation(ADD_SEAT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [search, setSearch] = useState('');
  if (error && !data) return <ErrorState error={error} retry={() => load()} />;
  if (!data) return <LoadingState lines={6} />;
  const all = data.seatReasons ?? [];
  const found = all.filter(({ name }) => name.includes(search.trim()));
  const give = async ({ volunteerId, conflicts }: Reason): Promise<void> => {
    setProblem(null);
    const input = { activityId, role, volunteerId, despite: conflicts.length > 0 };
    const { data: said, error: fault } = await add({ input });
    const outcome = said?.addSeat;
    if (outcome?.__typename === 'SeatAssignment') {
      toast({ message: t`安排上了，还没有通知。` });
      return changed();
    }
    if (outcome?.__typename !== 'SeatConflicts') return setProblem(<RequestFault error={fault} />);
    setProblem(outcome.conflicts.map(words.conflict).join('；'));
    load();
  };
  return (
    <div className={styles['reasons']}>
      <TextInput label={t`按姓名找`} value={search} onChange={(event) => setSearch(event.target.value)} />
      {problem ? <div role="alert">{problem}</div> : null}
      <ul className={styles['seats']}>
        {found.slice(0, MOST_SHOWN).map((reason) => (
          <li key={reason.volunteerId} className={styles['seat']}>
            <span className={styles['who']}>
              <strong>{reason.name}</strong>
              <Why reason={reason} />
            </span>
            {reason.chosen || reason.conflicts.some(({ code }) => HARD.has(code)) ? null : (
              <Button
                variant="default"
                loading={fetching}
                aria-label={t`安排 ${reason.name}`}
                onClick={() => void give(reason)}
              >
                {reason.conflicts.length > 0 ? <Trans>问过了，安排</Trans> : <Trans>安排</Trans>}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN ? (
        <p className={styles['quiet']}>
          <Plural value={found.length - MOST_SHOWN} other="还有 # 位，请按姓名找。" />
        </p>
      ) : null}
      <div>
        <Button variant="default" onClick={close}>
          <Trans>关上</Trans>
        </Button>
      </div>
    </div>
  );
}

function Why({ reason: { chosen, conflicts, parts, leastLoss } }: { readonly reason: Reason }) {
  const words = useSeatWords();
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  if (conflicts.length > 0) {
    return (
      <span className={conflicts.some(({ code }) => HARD.has(code)) ? styles['alert'] : styles['quiet']}>
        {conflicts.map(words.conflict).join('；')}
      </span>
    );
  }
  return (
    <span className={styles['quiet']}>
      {chosen ? <Trans>在这里</Trans> : <Trans>可以来</Trans>}
      {points > 0 ? (
        <>
          {' · '}
          <Parts parts={parts} />
        </>
      ) : null}
      {!chosen && typeof leastLoss === 'number' ? (
        <>
          {' · '}
          {leastLoss === 0 ? <Trans>一样好</Trans> : <Trans>整个月至少少 {Math.ceil(leastLoss)} 分</Trans>}
        </>
      ) : null}
    </span>
  );
}

function Parts({ parts }: Pick<Reason, 'parts'>) {
  const { t } = useLingui();
  const names: Readonly<Record<string, string>> = {
    preference: t`意愿`,
    skills: t`技能`,
    need: t`活动有多需要人`,
    stay: t`不换人`,
  };
  return parts
    .filter(({ points }) => points > 0)
    .map(({ criterion, points }) => `${names[criterion] ?? t`其他`} ${String(points)}`)
    .join(' · ');
}
