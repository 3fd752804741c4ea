import { Trans } from '@lingui/react/macro';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';

/** Contacts as the companion wrote them down; an attempt is no contact made (P06). */
export function ContactList({
  companionship: { contacts, nextContactOn },
}: {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
}) {
  const format = useFormat();
  if (contacts.length === 0 && !nextContactOn) return null;
  return (
    <Section title={<Trans>联系</Trans>}>
      <Card>
        {nextContactOn ? (
          <p>
            <Trans>下一次联系：{format.day(nextContactOn)} 以前</Trans>
          </p>
        ) : null}
        {contacts.length === 0 ? (
          <p>
            <Trans>志愿者还没有记过联系。</Trans>
          </p>
        ) : (
          <ul>
            {contacts.map(({ kind, happenedOn, note }, index) => (
              <li key={index}>
                {format.day(happenedOn)} ·{' '}
                {kind === 'MADE' ? <Trans>见到了或聊过了</Trans> : <Trans>联系了，没有联系上</Trans>}
                {note ? ` · ${note}` : null}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}
