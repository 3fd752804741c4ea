import { Plural, Trans } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { Link } from 'react-router';
import type { ActivityMoveQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './activities.module.css';
import { useActivityWords } from './use-activity-words.js';

type Preview = Extract<NonNullable<ActivityMoveQuery['activityMove']>, { __typename: 'ActivityMovePreview' }>;
export type MoveConflict = Preview['conflicts'][number];

/** What stands against another time: what has to change first, then what takes a reason. */
export function MoveConflicts({ conflicts }: { readonly conflicts: readonly MoveConflict[] }) {
  const hard = conflicts.filter((one) => one.hard);
  const soft = conflicts.filter((one) => !one.hard);
  if (conflicts.length === 0) {
    return (
      <p className={styles['free']}>
        <Trans>这个时间没有冲突。</Trans>
      </p>
    );
  }
  return (
    <>
      {hard.length > 0 ? (
        <div className={styles['against']} data-hard="true">
          <h3>
            <Trans>换不过去，要先解决</Trans>
          </h3>
          <List conflicts={hard} />
        </div>
      ) : null}
      {soft.length > 0 ? (
        <div className={styles['against']}>
          <h3>
            <Trans>可以换，但请先想一想</Trans>
          </h3>
          <List conflicts={soft} />
        </div>
      ) : null}
    </>
  );
}

function List({ conflicts }: { readonly conflicts: readonly MoveConflict[] }) {
  const words = useActivityWords();
  return (
    <ul>
      {conflicts.map((conflict) => {
        const { code, otherId, theme, startMinute, endMinute } = conflict;
        return (
          <li key={`${code} ${otherId ?? ''}`}>
            {otherId && theme ? (
              <>
                <Link to={`/agency/activities/${encodeURIComponent(otherId)}`}>{theme}</Link>{' '}
                {words.hours({ startMinute: startMinute ?? 0, endMinute: endMinute ?? 0 })} ·{' '}
              </>
            ) : null}
            <Conflict conflict={conflict} />
          </li>
        );
      })}
    </ul>
  );
}

function Conflict({ conflict }: { readonly conflict: MoveConflict }) {
  const format = useFormat();
  const words = useActivityWords();
  const { code, otherId } = conflict;
  const names = format.list(conflict.names);
  const count = conflict.count ?? 0;
  switch (code) {
    case 'PLAN_NEEDS':
      return <>{format.list(conflict.needs.map((need) => words.need(need)))}</>;
    case 'VENUE_TAKEN':
      return <Trans>场地已经有人用。请换一个时间或场地。</Trans>;
    case 'WORKER_ELSEWHERE':
      return otherId ? (
        <Trans>{names}要负责那个活动，路上也要一个小时。请换一个时间。</Trans>
      ) : (
        <Trans>
          {names}那时候有别的约。请换一个时间，或请{names}先改约。
        </Trans>
      );
    case 'WORKER_LEFT':
      return <Trans>{names}到那天已经不在岗了。请换早一点的时间。</Trans>;
    case 'VOLUNTEER_ELSEWHERE':
      return otherId ? (
        <Trans>{names}已经答应去那个活动。请换一个时间，或先在“活动安排”里换人。</Trans>
      ) : (
        <Trans>志愿者{names}那时候有别的约。请换一个时间，或先在“活动安排”里换人。</Trans>
      );
    case 'VOLUNTEER_NOT_ELIGIBLE':
      return <Trans>志愿者{names}到那天还没有办齐，或有一样已经过期。请先办好，或先在“活动安排”里换人。</Trans>;
    case 'TEAM_PLACES':
      return <Plural value={count} other="新的场地少 # 个人的位置。请换一个大一点的场地。" />;
    case 'GROUP_VISITS':
      return <Trans>这组孩子那个月接待团队的日子已经满了，{names}不能再来。请换到别的月份。</Trans>;
    case 'CHILD_ELSEWHERE':
      return <Plural value={count} other="# 个报了名的孩子那时候在别的活动。请换一个时间，或先请孩子选一个。" />;
    case 'CHILD_VISITS':
      return <Plural value={count} other="# 个孩子那个月见团队的次数已经满了。请换到别的月份。" />;
    case 'DAY_OFF':
      return <Trans>那天放假：{names}。</Trans>;
    case 'VOLUNTEER_RESTS':
      return <Trans>志愿者{names}说过那天休息。请先问一问。</Trans>;
    case 'VOLUNTEER_NOT_FREE':
      return <Trans>志愿者{names}说过只在有空的时间来，那时候没有空。请先问一问。</Trans>;
    case 'TEAM_ELSEWHERE':
      return <Trans>{names}那时候还约了别的活动。请先和他们商量。</Trans>;
    case 'TEAM_NOTICE':
      return <Trans>离活动太近，{names}已经不能自己取消。请先打电话商量。</Trans>;
    case 'TEAM_CHECKS':
      return <Trans>离那天太近，{names}里还没有违法犯罪记录查询结果的人来不及办，只能做不接触孩子的任务。</Trans>;
    case 'GUEST_NOT_ELIGIBLE':
      return <Plural value={count} other="团队名单上有 # 个人到那天不再办齐，只能做不接触孩子的任务。" />;
    case 'CHILDREN_TO_ASK':
      return <Plural value={count} other="# 个孩子报了名。请逐个再问孩子和家里人，那天来不来。" />;
    default:
      return assertUnreachable(code);
  }
}
