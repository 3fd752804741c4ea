import { Trans } from '@lingui/react/macro';
import { useMay, useViewer } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { StepButtons } from '../pair-steps/index.js';
import styles from './companionship.module.css';

/** Contacts as both sides wrote them down; an attempt is no contact made (P06). A worker writes down what was told by phone. */
export function ContactList({
  companionship: { id, version, state, contacts, nextContactOn },
  reload,
}: {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  readonly reload: () => void;
}) {
  const may = useMay();
  const { today } = useViewer().agency;
  const format = useFormat();
  if (contacts.length === 0 && !nextContactOn) return null;
  return (
    <Section title={<Trans>联系</Trans>}>
      <Card>
        {nextContactOn ? (
          <p className={styles['due']} data-late={nextContactOn < today}>
            {nextContactOn < today ? (
              <Trans>下一次联系本来约在 {format.day(nextContactOn)} 以前，请问问志愿者和孩子。</Trans>
            ) : (
              <Trans>下一次联系：{format.day(nextContactOn)} 以前</Trans>
            )}
          </p>
        ) : null}
        {contacts.length === 0 ? (
          <p>
            <Trans>还没有记过联系。</Trans>
          </p>
        ) : (
          <ul className={styles['contacts']}>
            {contacts.map(({ kind, happenedOn, note }, index) => (
              <li key={index}>
                {format.day(happenedOn)} ·{' '}
                {kind === 'MADE' ? <Trans>见到了或聊过了</Trans> : <Trans>联系了，没有联系上</Trans>}
                {note ? (
                  <>
                    {' · '}
                    <span lang={dataLang(note)}>{note}</span>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {state === 'ACTIVE' ? (
          <StepButtons
            companionshipId={id}
            version={version}
            side="WORKER"
            may={{ contact: may('companionship.recordContact'), pause: may('companionship.pause') }}
            reload={reload}
          />
        ) : null}
      </Card>
    </Section>
  );
}
