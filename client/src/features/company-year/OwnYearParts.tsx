// Parts of a company's own year.
import { Trans } from '@lingui/react/macro';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { useActivityWords, yuanOf } from '../activities/index.js';
import styles from './company-year.module.css';
import { useYearWords } from './use-year-words.js';
import type { MyTeamYear, MyYear } from './WishForm.js';

/** What was chosen and cannot be any more, until another is chosen instead. */
export function ClosedWishes({ year, own }: { readonly year: MyYear; readonly own: MyTeamYear }) {
  const words = useYearWords();
  const gone = year.entries.filter(({ id, closedAt }) => closedAt && own.wish?.wishes.includes(id));
  if (gone.length === 0) return null;
  return (
    <div role="status">
      {gone.map((entry) => (
        <p key={entry.id}>
          <Trans>
            “{words.theme(entry)}”办不成了：{entry.closedWhy}。可以另选一项。
          </Trans>
        </p>
      ))}
    </div>
  );
}

/** Whether the team goes on after the year, as the agency wrote it down with it. */
export function Renewed({ own }: { readonly own: MyTeamYear }) {
  const format = useFormat();
  return (
    <Section title={<Trans>下一年</Trans>}>
      <Card>
        <p>
          {own.renewal === 'RENEWED' ? (
            <Trans>说好了，{own.team.name}下一年还来。</Trans>
          ) : (
            <Trans>记下了，{own.team.name}下一年不来了。想再来，随时打个电话。</Trans>
          )}
        </p>
        <p className={styles['quiet']}>
          {own.renewalAt ? format.dayOf(own.renewalAt) : null}
          {own.renewalReason ? ` · ${own.renewalReason}` : null}
        </p>
      </Card>
    </Section>
  );
}

/** The wishes, the dearest first. */
export function Ranked({ year, ids }: { readonly year: MyYear; readonly ids: readonly string[] }) {
  const words = useYearWords();
  return (
    <ol>
      {ids.map((id) => {
        const entry = year.entries.find((one) => one.id === id);
        return entry ? <li key={id}>{words.theme(entry)}</li> : null;
      })}
    </ol>
  );
}

/** An activity that can be wished for. */
export function CatalogueLine({ entry }: { readonly entry: MyYear['entries'][number] }) {
  const words = useYearWords();
  const kinds = useActivityWords();
  const format = useFormat();
  return (
    <Card>
      <div className={styles['head']}>
        <h3>{words.theme(entry)}</h3>
        {entry.closedAt ? (
          <StateBadge tone="refused">
            <Trans>收回了</Trans>
          </StateBadge>
        ) : (
          <span className={styles['quiet']}>{kinds.kind(entry.kind)}</span>
        )}
      </div>
      {entry.closedWhy ? (
        <p>
          <Trans>机构说：{entry.closedWhy}</Trans>
        </p>
      ) : null}
      <p>{entry.taskGoal}</p>
      <p className={styles['quiet']}>
        {entry.venue} · {format.minute(entry.startMinute)}–{format.minute(entry.endMinute)} ·{' '}
        {entry.childCount > 0 ? <Trans>{entry.childCount} 个孩子</Trans> : <Trans>没有孩子参加</Trans>} ·{' '}
        <Trans>一天最多 {entry.mostGuests} 位来宾</Trans> · <Trans>每人 {yuanOf(entry.costPerGuest)} 元</Trans>
        {entry.hasOtherTasks ? (
          <>
            {' · '}
            <Trans>也有不接触孩子的事</Trans>
          </>
        ) : null}
      </p>
      <p className={styles['quiet']}>
        <Trans>可能的日子：</Trans>
        {words.days(entry.days)}
      </p>
    </Card>
  );
}
