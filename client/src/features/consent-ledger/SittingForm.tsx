import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { ConsentLedgerQuery } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { NativeSelect, Radio } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { Paper } from '../../ui/upload/upload-paper.js';
import { usePapers } from '../../ui/upload/use-papers.js';
import type { AskedAbout } from './AskByLink.js';
import { ChildSays } from './ChildSays.js';
import { groupsOf, inputOf, missing, whoIsAsked, type ConsentDraft, type Missing } from './consent-draft.js';
import { GroupAnswers } from './GroupAnswers.js';
import { HeardText } from './HeardText.js';
import { CONSENT_TEXT, RECORD_DISCLOSURE_CONSENT, TEXT_FOR } from './ledger.operations.js';
import { ProofFields } from './ProofFields.js';
import { useLedgerWords } from './use-ledger-words.js';
import styles from './ledger.module.css';

export interface SittingFormProps {
  readonly ledger: NonNullable<ConsentLedgerQuery['consentLedger']>;
  readonly about: AskedAbout;
  readonly done: () => void;
}
type Rest = Omit<ConsentDraft, keyof AskedAbout>;
/** A language's name in itself. */
const ENGLISH = 'English';
const NOTHING: Omit<Rest, 'guardianId'> = {
  method: 'SIGNATURE',
  saidOn: '',
  answers: {},
  signature: '',
  witnessName: '',
  childAnswers: {},
  childNotAble: false,
  childNote: '',
  childSignature: '',
  readAloud: false,
};

/** On the worker's device, in the family's hands: heard, answered, signed, and the child asked last and alone. */
export function SittingForm({ ledger, about, done }: SittingFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { name: workerName } = useViewer();
  const page = useLedgerWords().language;
  const [language, setLanguage] = useState(page);
  const able = ledger.guardians.filter(({ barred }) => !barred);
  const [rest, setRest] = useState<Rest>({ ...NOTHING, guardianId: able[0]?.id ?? '' });
  const change = (to: Partial<Rest>): void => setRest((now) => ({ ...now, ...to }));
  const draft: ConsentDraft = { ...rest, ...about };
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const uploads = usePapers({
    purpose: 'LEDGER_PAPER',
    subjectId: ledger.childId,
    papers,
    added: (paper) => setPapers((all) => [...all, paper]),
    removed: (paper) => setPapers((all) => all.filter(({ id }) => id !== paper.id)),
  });
  const [pointedOut, pointOut] = useState<readonly Missing[]>([]);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [requestId] = useState(newRequestId);
  const [{ fetching }, record] = useMutation(RECORD_DISCLOSURE_CONSENT);
  const { purpose, audience, until } = about;
  const variables = { purpose, audience, until, language, occasion: about.occasion.trim() || null };
  const [{ data, error }, load] = useQuery({ query: TEXT_FOR, variables });
  const text = readFragment(CONSENT_TEXT, data?.consentText);
  const age = ledger.age ?? null;
  const asked = whoIsAsked(age);
  const groups = groupsOf(about);
  // What was pointed out goes as soon as it is there.
  const still = missing(draft, age, papers.length);
  const lacking = pointedOut.filter((one) => still.includes(one));

  const submit = async (): Promise<void> => {
    setProblem(null);
    const gaps = missing(draft, age, papers.length);
    pointOut(gaps);
    if (uploads.sending) return setProblem(<Trans>照片还在上传，请等它传完再记下。</Trans>);
    if (gaps.length > 0 || !text) return setProblem(<Trans>还有几样没有回答，页面上写着是哪几样。</Trans>);
    const facts = { childId: ledger.childId, age, requestId, language, textHash: text.hash, workerName };
    const input = inputOf(draft, { ...facts, paperIds: papers.map(({ id }) => id) });
    const answer = await record({ input });
    if (!answer.data) return setProblem(<RequestFault error={answer.error} />);
    const result = answer.data.recordDisclosureConsent;
    switch (result.__typename) {
      case 'ConsentLedger':
        toast({ message: t`家庭的回答已经记下。` });
        return done();
      case 'InvalidInput':
        return setProblem(
          result.fields.some(({ code }) => code === 'TEXT_CHANGED') ? (
            <Trans>文字刚刚改过。请重新读一遍，再回答。</Trans>
          ) : (
            <Trans>有一项内容系统不能接受。请看一看日期、监护人和照片。</Trans>
          ),
        );
      case 'NotFound':
        return setProblem(<CommonRefusal kind="NotFound" reload={() => load({ requestPolicy: 'network-only' })} />);
      default:
        return assertUnreachable(result);
    }
  };

  if (error && !data) return <RequestFault error={error} />;
  if (!data?.consentText) return <LoadingState />;
  if (asked.guardian && able.length === 0) {
    return (
      <Card tone="waiting">
        <p>
          <Trans>还没有可以问的监护人。请先在家庭页面写下监护人。</Trans>
        </p>
      </Card>
    );
  }
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      submitLabel={<Trans>记下家庭的回答</Trans>}
      busy={fetching}
      problem={problem}
    >
      <Section title={<Trans>先读给家里听</Trans>}>
        <FieldGroup label={t`用哪种语言`}>
          <div className={styles['row']}>
            <Radio
              name="language"
              label={<span lang="zh-CN">{t({ message: '中文', context: 'name of the language, in itself' })}</span>}
              checked={language === 'ZH'}
              onChange={() => setLanguage('ZH')}
            />
            <Radio
              name="language"
              label={<span lang="en">{ENGLISH}</span>}
              checked={language === 'EN'}
              onChange={() => setLanguage('EN')}
            />
          </div>
        </FieldGroup>
        <Card>
          <HeardText text={data.consentText} language={language} heard={() => change({ readAloud: true })} />
        </Card>
      </Section>
      {asked.guardian ? (
        <Section title={<Trans>监护人说</Trans>}>
          <Card>
            <NativeSelect
              label={t`哪一位监护人`}
              value={rest.guardianId}
              onChange={(event) => change({ guardianId: event.target.value })}
              data={able.map(({ id, name, relation }) => ({
                value: id,
                label: relation ? `${name}（${relation}）` : name,
              }))}
            />
            <GroupAnswers
              name="guardian"
              title={t`监护人的回答`}
              groups={groups}
              answers={rest.answers}
              change={(answers) => change({ answers })}
            />
            {lacking.includes('answers') ? <Wrong>{t`请每一样都问一下。`}</Wrong> : null}
            <ProofFields draft={draft} change={change} uploads={uploads} lacking={lacking} />
          </Card>
        </Section>
      ) : null}
      {asked.child ? (
        <ChildSays draft={draft} age={age} groups={groups} change={change} lacking={lacking} />
      ) : (
        <p className={styles['quiet']}>
          <Trans>孩子还小，由监护人决定。孩子不愿意时，请照孩子的意思，一样写“不可以”。</Trans>
        </p>
      )}
    </Form>
  );
}

function Wrong({ children }: { readonly children: string }) {
  return (
    <p className={styles['wrong']} role="alert">
      {children}
    </p>
  );
}
