import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import type { OwnConsentsQuery } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CONSENT_TEXT, GroupAnswers, HeardText, useLedgerWords, type Answers } from '../consent-ledger/index.js';
import { ANSWER_OWN, OWN_CONSENTS, TAKE_BACK_OWN } from './guardian.operations.js';
import styles from './guardian.module.css';

type Line = NonNullable<OwnConsentsQuery['ownConsents']>['lines'][number];

/** Each purpose by itself: what is asked, yes or no to each thing, and taking all of it back. */
export function OwnConsents() {
  const { language } = useLedgerWords();
  const [{ data, error }, load] = useQuery({ query: OWN_CONSENTS, variables: { language } });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <RequestFault error={error} />;
  const lines = data?.ownConsents?.lines ?? [];
  if (lines.length === 0) return null;
  return (
    <section className={styles['consents']}>
      <h2>
        <Trans>可以给谁看孩子的什么</Trans>
      </h2>
      {lines.map((line) => (
        <OwnLine key={`${line.purpose}${line.audience}${line.occasion ?? ''}${language}`} line={line} reload={reload} />
      ))}
    </section>
  );
}

function OwnLine({ line, reload }: { readonly line: Line; readonly reload: () => void }) {
  const { t } = useLingui();
  const words = useLedgerWords();
  const format = useFormat();
  const toast = useToast();
  const { purpose, audience, occasion, groups } = line;
  const text = readFragment(CONSENT_TEXT, line.text);
  const said = groups.filter(({ answer }) => answer === 'YES' || answer === 'NO');
  const [answers, setAnswers] = useState<Answers>(
    Object.fromEntries(said.map(({ group, answer }) => [group, answer])) as Answers,
  );
  const [requestId, renew] = useState(newRequestId);
  const [readAloud, setRead] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [answering, answer] = useMutation(ANSWER_OWN);
  const [taking, takeBack] = useMutation(TAKE_BACK_OWN);
  const about = { purpose, audience, occasion, language: words.language };
  const until = format.day(line.until);
  const title = `${words.purpose(purpose)} · ${words.audience(audience)}`;

  const done = (kind: 'OwnConsents' | 'InvalidInput' | 'NotFound', message: string): void => {
    switch (kind) {
      case 'OwnConsents':
        renew(newRequestId());
        toast({ message });
        return reload();
      case 'InvalidInput':
        return setProblem(<Trans>文字刚刚改过，请再读一遍。还不行的话，请打电话给社会工作者。</Trans>);
      case 'NotFound':
        return setProblem(<Trans>链接已经失效。请打电话给社会工作者，一样可以回答和收回。</Trans>);
      default:
        return assertUnreachable(kind);
    }
  };
  const send = async (): Promise<void> => {
    setProblem(null);
    const given = groups.flatMap(({ group }) => {
      const one = answers[group];
      return one ? [{ group, answer: one }] : [];
    });
    if (given.length < groups.length) return setProblem(<Trans>请每一样都选“可以”或“不可以”。</Trans>);
    const input = { ...about, requestId, textHash: text.hash, readAloud, answers: given };
    const { data, error } = await answer({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    done(data.answerOwnConsent.__typename, t`您的回答已经记下。`);
  };
  const takeAll = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await takeBack({ input: { ...about, requestId } });
    setAsking(false);
    if (!data) return setProblem(<RequestFault error={error} />);
    setAnswers(Object.fromEntries(groups.map(({ group }) => [group, 'NO'])) as Answers);
    done(data.takeBackOwnConsent.__typename, t`已经全部收回，从现在起谁也看不到。`);
  };
  return (
    <Card>
      <div className={styles['head']}>
        <h3>{title}</h3>
        <OwnState line={line} />
      </div>
      <HeardText text={line.text} language={words.language} heard={() => setRead(true)} />
      <GroupAnswers
        name={`${purpose}-${audience}-${occasion ?? ''}`}
        title={t`您的回答`}
        groups={groups.map(({ group }) => group)}
        answers={answers}
        change={setAnswers}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['steps']} data-print="no">
        <Button size="md" loading={answering.fetching} onClick={() => void send()}>
          <Trans>记下我的回答</Trans>
        </Button>
        {groups.some((one) => one.answer === 'YES') ? (
          <Button size="md" variant="default" onClick={() => setAsking(true)}>
            <Trans>全部收回</Trans>
          </Button>
        ) : null}
      </div>
      <p className={styles['quiet']}>
        <Trans>到 {until} 为止。孩子自己也同意的，才会给看。</Trans>
      </p>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`全部收回？`}
        confirmLabel={<Trans>收回</Trans>}
        busy={taking.fetching}
        onConfirm={takeAll}
      >
        <p>
          <Trans>收回以后马上看不到了。不需要理由，也不影响孩子得到的任何帮助。</Trans>
        </p>
      </ConfirmDialog>
    </Card>
  );
}

function OwnState({ line: { asked, groups } }: { readonly line: Line }) {
  if (asked) {
    return (
      <StateBadge tone="waiting">
        <Trans>等您回答</Trans>
      </StateBadge>
    );
  }
  return groups.some(({ answer }) => answer === 'YES') ? (
    <StateBadge tone="good">
      <Trans>您同意了其中一些</Trans>
    </StateBadge>
  ) : (
    <StateBadge tone="quiet">
      <Trans>您没有同意，谁也看不到</Trans>
    </StateBadge>
  );
}
