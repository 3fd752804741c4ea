import { Plural, Trans } from '@lingui/react/macro';
import type { CompanionshipCard_MineFragment } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './my-service.module.css';

/** What a worker chose of the companionship before: for whoever goes on with the child, and nothing else of it. */
export function Before({
  before,
  standsIn,
}: {
  readonly before: NonNullable<CompanionshipCard_MineFragment['handedOn']>;
  /** For whoever stands in, the companion has not gone. */
  readonly standsIn: boolean;
}) {
  const format = useFormat();
  const { chosen, taskGoal, processGoal, meetingPlace, contactsPerMonth, steps, notes } = before;
  return (
    <section className={styles['walk']}>
      <h3>{standsIn ? <Trans>原来的陪伴者留下的</Trans> : <Trans>上一位陪伴者留下的</Trans>}</h3>
      {chosen.length === 0 ? (
        <p>
          {standsIn ? (
            <Trans>你们从头认识，想知道什么，听孩子自己说。</Trans>
          ) : (
            <Trans>以前有一位志愿者陪过这个孩子。你们从头认识，想知道什么，听孩子自己说。</Trans>
          )}
        </p>
      ) : (
        <ul className={styles['before']}>
          {taskGoal ? (
            <li>
              <Trans>以前一起要做的：{taskGoal}</Trans>
            </li>
          ) : null}
          {processGoal ? (
            <li>
              <Trans>以前慢慢长出来的：{processGoal}</Trans>
            </li>
          ) : null}
          {meetingPlace ? (
            <li>
              <Trans>以前在{meetingPlace}见面</Trans>
              {contactsPerMonth ? (
                <>
                  {' · '}
                  <Plural value={contactsPerMonth} other="每月 # 次" />
                </>
              ) : null}
            </li>
          ) : null}
          {steps.map(({ id, text }) => (
            <li key={id}>
              <Trans>还没有做完的：{text}</Trans>
            </li>
          ))}
          {notes.map(({ id, happenedOn, note }) => (
            <li key={id}>
              {format.day(happenedOn)} · {note}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
