import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { SupervisionSessionQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { AGENDA } from './supervision-words.js';
import styles from './supervision.module.css';

type Item = SupervisionSessionQuery['supervisionAgenda'][number];
export interface AgendaListProps {
  readonly items: readonly Item[];
  readonly seats: readonly { readonly volunteerId: string; readonly name: string; readonly wish?: string | null }[];
}

/** What is open for each, and what they would like to talk about themselves: theirs comes first. */
export function AgendaList({ items, seats }: AgendaListProps) {
  const several = seats.length > 1;
  const shown = seats.filter(({ volunteerId, wish }) => wish || items.some((item) => item.volunteerId === volunteerId));
  if (shown.length === 0) {
    return (
      <p className={styles['quiet']}>
        <Trans>没有什么等着处理的事。可以问问最近怎么样，什么让人高兴。</Trans>
      </p>
    );
  }
  return shown.map(({ volunteerId, name, wish }) => (
    <div key={volunteerId} className={styles['fields']}>
      {several ? <h3>{name}</h3> : null}
      {wish ? (
        <p className={styles['words']}>
          <Trans>想谈的事：{wish}</Trans>
        </p>
      ) : null}
      <ul className={styles['list']}>
        {items
          .filter((item) => item.volunteerId === volunteerId)
          .map((item, index) => (
            <li key={`${item.kind}${String(index)}`}>
              <AgendaLine item={item} />
            </li>
          ))}
      </ul>
    </div>
  ));
}

function AgendaLine({ item }: { readonly item: Item }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { kind, on, text, companionshipId, pseudonym, concernId, volunteerId } = item;
  const word = i18n._(AGENDA[kind]);
  const to = concernId
    ? `/agency/concerns/${encodeURIComponent(concernId)}`
    : companionshipId
      ? `/agency/companionships/${encodeURIComponent(companionshipId)}`
      : kind === 'FACT_ENDS'
        ? `/agency/volunteers/${encodeURIComponent(volunteerId)}`
        : undefined;
  return (
    <>
      {to ? <Link to={to}>{word}</Link> : word}
      {pseudonym ? ` · ${pseudonym}` : ''}
      {text ? `：${text}` : ''}
      {on ? <span className={styles['quiet']}> {format.day(on)}</span> : null}
    </>
  );
}
