import { Trans, useLingui } from '@lingui/react/macro';
import type { TeamDay_AllFragment } from '../../gql/graphql.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { yuanOf } from '../../ui/format/money.js';
import { tasksOf } from './days-view.js';
import styles from './team-booking.module.css';
import { useBookingWords } from './use-booking-words.js';

interface DayProps {
  readonly day: TeamDay_AllFragment;
}

/** What is free for each kind of tasks, and what limits it, in words. */
export function FreePlaces({ day }: DayProps) {
  const words = useBookingWords();
  return (
    <ul className={styles['places']}>
      {tasksOf(day).map(({ tasks, free, binding }) => (
        <li key={tasks} data-none={free === 0}>
          <strong>{words.tasks(tasks)}</strong>
          <span className={styles['number']}>
            {free > 0 ? <Trans>还有 {free} 个名额</Trans> : <Trans>没有名额了</Trans>}
          </span>
          <span className={styles['quiet']}>{words.limit(binding)}</span>
        </li>
      ))}
    </ul>
  );
}

/** By when each record check must be there; kindly, where there is no time for one any more (T11). */
export function CheckBy({ day }: DayProps) {
  const format = useFormat();
  const other = (day.otherTasks ?? '') !== '';
  return (
    <p className={styles['quiet']}>
      {day.checksInTime ? (
        <Trans>和孩子们一起的每位同事，记录查询要在 {format.day(day.checkBy)} 以前办好。</Trans>
      ) : other ? (
        <Trans>
          记录查询要在 {format.day(day.checkBy)} 以前办好，现在开始办已经来不及。这一天请大家做不接触孩子的任务。
        </Trans>
      ) : (
        <Trans>记录查询要在 {format.day(day.checkBy)} 以前办好，现在开始办已经来不及。请看后面的日子。</Trans>
      )}
    </p>
  );
}

export function CostLines({ lines }: { readonly lines: TeamDay_AllFragment['costLines'] }) {
  const { t } = useLingui();
  if (lines.length === 0) {
    return (
      <p className={styles['quiet']}>
        <Trans>这一天不用团队出钱。</Trans>
      </p>
    );
  }
  return (
    <ul className={styles['costs']}>
      {lines.map(({ what, amount, per }) => (
        <li key={`${what} ${per}`}>
          <span lang={dataLang(what)}>{what}</span>
          <span className={styles['number']}>
            {per === 'GUEST' ? t`每人 ${yuanOf(amount)} 元` : t`一共 ${yuanOf(amount)} 元`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What whoever comes keeps to: said before the day is held, since a team that cannot agree looks for another way. */
export function Conduct() {
  return (
    <ul className={styles['rules']}>
      <li>
        <Trans>不拍孩子，不问家里的困难，不留联系方式，不单独带走任何一个孩子。</Trans>
      </li>
      <li>
        <Trans>不给个人送礼物、不发红包；想送的，交给机构一起安排。</Trans>
      </li>
      <li>
        <Trans>孩子可以不参加，也可以中途停下，不用说为什么。</Trans>
      </li>
      <li>
        <Trans>不答应做不到的事，比如“我还会来看你”。</Trans>
      </li>
      <li>
        <Trans>听带队社会工作者的；觉得孩子不安全，马上告诉他们。</Trans>
      </li>
    </ul>
  );
}

/** The short way of each employee, so that the coordinator knows what they ask of colleagues. */
export function EmployeeSteps({ day }: DayProps) {
  const format = useFormat();
  return (
    <ol className={styles['rules']}>
      <li>
        <Trans>打开您发的链接，在手机上报名：姓名、手机号、出生日期（买保险用）。</Trans>
      </li>
      <li>
        <Trans>学一课：怎样和孩子们在一起，有一个小测验，十几分钟。</Trans>
      </li>
      <li>
        <Trans>签一份只管这一天的短协议。</Trans>
      </li>
      {day.checksInTime ? (
        <li>
          <Trans>
            和孩子们一起的，还要办违法犯罪记录查询，{format.day(day.checkBy)} 以前要到；来不及的做不接触孩子的任务。
          </Trans>
        </li>
      ) : null}
    </ol>
  );
}
