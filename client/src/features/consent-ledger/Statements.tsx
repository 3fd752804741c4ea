import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { ConsentLedgerQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { PaperList } from '../../ui/upload/PaperList.js';
import { METHOD_WORDS } from './ledger-words.js';
import { TAKE_BACK_DISCLOSURE } from './ledger.operations.js';
import { PAD } from './signature-path.js';
import { useLedgerWords } from './use-ledger-words.js';
import styles from './ledger.module.css';

/** How the text was fingerprinted: a name that is the same in every language. */
const HASHED_BY = 'SHA-256';

type Ledger = NonNullable<ConsentLedgerQuery['consentLedger']>;
type Statement = Ledger['statements'][number];

/** Every word that was given, the newest first: who, how, to which exact text; and taking it back for the family. */
export function Statements({ ledger, reload }: { readonly ledger: Ledger; readonly reload: () => void }) {
  return (
    <Section title={<Trans>每一次的回答</Trans>} lead={<Trans>记下的话不会被改，只会加上新的。</Trans>}>
      {ledger.statements.map((statement) => (
        <StatementCard key={statement.id} statement={statement} reload={reload} />
      ))}
    </Section>
  );
}

function StatementCard({ statement, reload }: { readonly statement: Statement; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const words = useLedgerWords();
  const format = useFormat();
  const may = useMay();
  const { giverName, relation, method, purpose, audience, grants, signature, papers } = statement;
  const standing = grants.some(({ answer, withdrawnAt }) => answer !== 'NO' && !withdrawnAt);
  const who = relation ? t`${giverName}（${relation}）` : giverName;
  const back = grants.find(({ withdrawnAt }) => withdrawnAt)?.withdrawnAt;
  const saidTo = (answer: string) =>
    format.list(grants.filter((one) => one.answer === answer).map(({ group }) => words.group(group)));
  const yes = saidTo('YES');
  const no = saidTo('NO');
  return (
    <Card>
      <div className={styles['head']}>
        <strong>
          {who} · {words.purpose(purpose)} · {words.audience(audience)}
        </strong>
        <span className={styles['quiet']}>{format.instant(statement.recordedAt)}</span>
      </div>
      <p>
        {i18n._(METHOD_WORDS[method])}
        {statement.witnessName ? <> · {t`见证人：${statement.witnessName}`}</> : null}
        {statement.readAloud ? <> · {t`文字读出来过`}</> : null}
      </p>
      {yes ? <p>{t`可以：${yes}`}</p> : null}
      {no ? <p>{t`不可以：${no}`}</p> : null}
      {statement.note ? <p>{statement.note}</p> : null}
      {back ? <p>{t`${format.instant(back)} 收回`}</p> : null}
      {signature ? (
        <svg
          className={styles['pad']}
          viewBox={`0 0 ${PAD.width} ${PAD.height}`}
          role="img"
          aria-label={t`${who}的签名`}
        >
          <path className={styles['ink']} d={signature} />
        </svg>
      ) : null}
      {papers.length > 0 ? <PaperList papers={papers} /> : null}
      <details>
        <summary>
          <Trans>当时读的原文</Trans>
        </summary>
        <p className={styles['exact']}>{statement.text}</p>
        <p className={styles['hash']}>{`${HASHED_BY} ${statement.textHash}`}</p>
      </details>
      {standing && may('consent.record') ? <TakeBack statement={statement} who={who} reload={reload} /> : null}
    </Card>
  );
}

interface TakeBackProps {
  readonly statement: Statement;
  readonly who: string;
  readonly reload: () => void;
}

function TakeBack({ statement, who, reload }: TakeBackProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [{ fetching }, takeBack] = useMutation(TAKE_BACK_DISCLOSURE);
  const confirm = async (): Promise<void> => {
    const { data } = await takeBack({ input: { statementId: statement.id } });
    setAsking(false);
    if (!data) return toast({ tone: 'danger', message: t`没有收回成功，请再试一次。` });
    const result = data.takeBackDisclosure;
    switch (result.__typename) {
      case 'ConsentLedger':
        toast({ message: t`已经收回，从现在起不再给看。` });
        break;
      case 'NotFound':
        toast({ tone: 'danger', message: t`没有收回成功，请再试一次。` });
        break;
      default:
        assertUnreachable(result);
    }
    reload();
  };
  return (
    <div data-print="no">
      <Button variant="default" onClick={() => setAsking(true)}>
        <Trans>按本人的意思收回</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        title={t`收回${who}的同意？`}
        confirmLabel={<Trans>收回</Trans>}
        busy={fetching}
        onConfirm={confirm}
      >
        <p>
          <Trans>马上生效：这个用途下，他说过“可以”的都不再给看。不用写理由，也不影响孩子得到的帮助。</Trans>
        </p>
      </ConfirmDialog>
    </div>
  );
}
