import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { Desk_ApplicationFragment } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { Signature } from '../../ui/signature/SignaturePad.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ANSWER } from './application-words.js';
import { ASK_GUARDIAN, ASK_REFEREE } from './applications.operations.js';
import styles from './applications.module.css';

interface AskedProps {
  readonly application: Desk_ApplicationFragment;
  /** Whether the viewer may ask. */
  readonly asks: boolean;
  readonly reload: () => void;
}
type OneAsk = Desk_ApplicationFragment['asks'][number];

/** The guardian of a minor and those who know the applicant: whom to ask, who was asked, and what they said. */
export function Asked({ application, asks, reload }: AskedProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { id, referees, age, guardianName } = application;
  const [refereeing, askReferee] = useMutation(ASK_REFEREE);
  const [guarding, askGuardian] = useMutation(ASK_GUARDIAN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const guardians = application.asks.filter(({ kind }) => kind === 'GUARDIAN');
  const references = application.asks.filter(({ kind }) => kind === 'REFEREE');
  const busy = refereeing.fetching || guarding.fetching;

  const send = async (at: number | 'GUARDIAN'): Promise<void> => {
    setProblem(null);
    const { result, error } =
      at === 'GUARDIAN'
        ? await askGuardian({ input: { applicationId: id } }).then(({ data, error: why }) => ({
            result: data?.askApplicantGuardian.__typename,
            error: why,
          }))
        : await askReferee({ input: { applicationId: id, at } }).then(({ data, error: why }) => ({
            result: data?.askReferee.__typename,
            error: why,
          }));
    if (!result) return setProblem(<RequestFault error={error} />);
    if (result === 'Application') {
      toast({ message: t`链接用短信发出去了，三十天内有效。` });
      return reload();
    }
    if (result !== 'InvalidInput') setProblem(<CommonRefusal kind={result} reload={reload} />);
  };

  const minor = age === 'MINOR' && (asks || guardians.length > 0);
  if (!minor && referees.length === 0) return null;
  return (
    <>
      {minor ? (
        <Section title={<Trans>监护人</Trans>}>
          {guardians.map((one) => (
            <AskCard key={one.id} ask={one} />
          ))}
          {asks ? (
            <div>
              <Button variant="default" loading={busy} onClick={() => void send('GUARDIAN')}>
                {guardians.length > 0 ? <Trans>再发一个链接给{guardianName}</Trans> : <Trans>问{guardianName}</Trans>}
              </Button>
            </div>
          ) : null}
        </Section>
      ) : null}
      <Section
        title={<Trans>认识他或她的人</Trans>}
        lead={<Trans>每人一个链接，不用账号。他们写的，报名的人看不到。</Trans>}
      >
        {references.map((one) => (
          <AskCard key={one.id} ask={one} />
        ))}
        {asks
          ? referees.map(({ name, phone, relation }, at) => {
              const said = references.some((one) => one.name === name && one.answer);
              const asked = references.some((one) => one.name === name);
              return said || name.trim() === '' ? null : (
                <div key={`${name}.${phone}`} className={styles['actions']}>
                  <Button variant="default" loading={busy} onClick={() => void send(at)}>
                    {asked ? <Trans>再发一个链接给{name}</Trans> : <Trans>请{name}说几句</Trans>}
                  </Button>
                  <span className={styles['quiet']}>{[relation, phone].filter(Boolean).join(' · ')}</span>
                </div>
              );
            })
          : null}
        {problem}
      </Section>
    </>
  );
}

function AskCard({ ask }: { readonly ask: OneAsk }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { kind, name, relation, askedAt, expiresAt, answeredAt, answer, signedAs, words, signature } = ask;
  const said = answer ? ANSWER[answer][kind === 'GUARDIAN' ? 'guardian' : 'referee'] : undefined;
  return (
    <Card>
      <div className={styles['head']}>
        <h3>{[signedAs ?? name, relation].filter(Boolean).join(' · ')}</h3>
        {said ? (
          <StateBadge tone={said.tone}>{i18n._(said.word)}</StateBadge>
        ) : (
          <StateBadge tone="waiting">
            <Trans>还没有回答</Trans>
          </StateBadge>
        )}
      </div>
      {words ? <p className={styles['words']}>{words}</p> : null}
      {signature ? <Signature path={signature} label={t`${signedAs ?? name}的签名`} /> : null}
      <p className={styles['quiet']}>
        {answeredAt ? (
          <Trans>{format.instant(answeredAt)} 回答</Trans>
        ) : (
          <Trans>
            {format.dayOf(askedAt)} 问的，链接到 {format.dayOf(expiresAt)} 为止
          </Trans>
        )}
      </p>
    </Card>
  );
}
