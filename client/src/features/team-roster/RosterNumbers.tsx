import { Trans } from '@lingui/react/macro';
import { readFragment } from '../../gql/index.js';
import type { Roster_AllFragment } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { GUEST_DAY } from '../team-day/index.js';
import { Turnout } from './Turnout.js';
import styles from './team-roster.module.css';

/** How many of how many, and by when. */
export function RosterNumbers({ roster }: { readonly roster: Roster_AllFragment }) {
  const format = useFormat();
  const day = readFragment(GUEST_DAY, roster.day);
  const { lines, people } = roster;
  const clear = lines.filter(({ needs }) => needs.length === 0).length;
  const needing = (need: string) => lines.filter(({ needs }) => needs.some((one) => one === need)).length;
  const came = lines.filter(({ turnout }) => turnout === 'CAME' || turnout === 'OTHER_TASKS').length;
  const otherTasks = lines.filter(({ turnout }) => turnout === 'OTHER_TASKS').length;
  const over = lines.some(({ turnout }) => turnout !== null);
  const [lesson, agreement, check] = [needing('TRAINING'), needing('AGREEMENT'), needing('RECORD_CHECK')];
  if (over) {
    return (
      <p className={styles['big']}>
        <Turnout numbers={{ came, otherTasks, absent: lines.length - came }} />
      </p>
    );
  }
  return (
    <div className={styles['numbers']}>
      <p className={styles['big']}>
        <Trans>
          {people} 个名额，报名 {lines.length} 人，{clear} 人都准备好了
        </Trans>
      </p>
      {lines.length > clear ? (
        <p>
          <Trans>
            还差：学一课 {lesson} 人，签协议 {agreement} 人，记录查询 {check} 人
          </Trans>
        </p>
      ) : null}
      <p className={styles['quiet']}>
        <Trans>{format.day(day.checkBy)} 以前，每个人都要准备好；到那天为止，可以换人。</Trans>{' '}
        {day.tasks.includes('WITH_CHILDREN') && !day.checksCanArrive ? (
          day.tasks.includes('WITHOUT_CHILDREN') ? (
            <Trans>现在才开始的记录查询已经来不及：没有查询过的同事，请做不接触孩子的任务。</Trans>
          ) : (
            <Trans>现在才开始的记录查询已经来不及：请找已经查询过的同事。</Trans>
          )
        ) : null}
      </p>
    </div>
  );
}
