import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { Whole_AgreementFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { CopyField } from '../../ui/copy/CopyField.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptState } from '../../ui/form/use-kept-state.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { SignaturePad } from '../../ui/signature/SignaturePad.js';
import { PaperUpload } from '../../ui/upload/PaperUpload.js';
import type { Paper } from '../../ui/upload/upload-paper.js';
import { usePapers } from '../../ui/upload/use-papers.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { METHOD } from './agreement-words.js';
import { MAKE_LINK, SIGN_FOR_GUARDIAN } from './agreements.operations.js';

interface GuardianHandProps {
  readonly agreement: Whole_AgreementFragment;
  readonly reload: () => void;
}
const MOST_PAGES = 6;
const METHODS = ['DRAWN', 'WITNESSED', 'PAPER'] as const;
interface Typed {
  readonly method: (typeof METHODS)[number];
  readonly name: string;
  readonly relation: string;
  readonly signature: string;
  readonly witnessName: string;
  readonly signedOn: string;
}
const NOTHING: Typed = { method: 'DRAWN', name: '', relation: '', signature: '', witnessName: '', signedOn: '' };

/** A guardian signs here: by a link of their own, on this device, by word before a witness, or on a paper. */
export function GuardianHand({ agreement, reload }: GuardianHandProps) {
  return (
    <Section title={<Trans>请监护人签</Trans>}>
      {agreement.kind === 'VOLUNTEER' ? (
        <LinkCard agreementId={agreement.id} />
      ) : (
        <p>
          <Trans>
            监护人打开自己的私人链接，就能在那里签。没有链接，可以从孩子的陪伴页面做一个，也可以在这里当面签。
          </Trans>
        </p>
      )}
      <details>
        <summary>
          <Trans>监护人在这里，当面签</Trans>
        </summary>
        <Card>
          <DeskForm agreement={agreement} reload={reload} />
        </Card>
      </details>
    </Section>
  );
}

function LinkCard({ agreementId }: { readonly agreementId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, make] = useMutation(MAKE_LINK);
  const [made, setMade] = useState<{ readonly address: string; readonly expiresAt: string }>();
  const press = async (): Promise<void> => {
    const { data } = await make({ input: { agreementId } });
    const outcome = data?.makeAgreementLink;
    if (outcome?.__typename === 'AgreementLinkMade') {
      return setMade({ address: `${window.location.origin}${outcome.path}`, expiresAt: outcome.expiresAt });
    }
    toast({ tone: 'danger', message: t`没有做成链接，请看一看协议是不是还等监护人签。` });
  };
  return (
    <Card>
      {made ? (
        <>
          <CopyField label={t`监护人的链接`} value={made.address} />
          <p>
            <Trans>
              只显示这一次，请发给监护人本人。到 {format.instant(made.expiresAt)} 为止可以打开，不需要账号。
            </Trans>
          </p>
        </>
      ) : (
        <>
          <p>
            <Trans>志愿者还没有满十八周岁，要监护人一起签。可以做一个链接发给监护人，不需要账号。</Trans>
          </p>
          <div>
            <Button variant="default" loading={fetching} onClick={() => void press()}>
              <Trans>做一个链接</Trans>
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

function DeskForm({ agreement, reload }: GuardianHandProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, sign] = useMutation(SIGN_FOR_GUARDIAN);
  const [typed, change, forget] = useKeptState<Typed>(`agreement.guardian.${agreement.id}`, NOTHING);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { method, name, relation, signature, witnessName, signedOn } = typed;
  const [papers, setPapers] = useState<readonly Paper[]>(agreement.papers);
  const uploads = usePapers({
    ...{ purpose: 'AGREEMENT_PAPER', subjectId: agreement.id, papers },
    added: (paper) => setPapers((all) => [...all, paper]),
    removed: (paper) => setPapers((all) => all.filter(({ id }) => id !== paper.id)),
  });
  const seen = method !== 'DRAWN';
  const lacks = {
    name: name.trim() === '',
    relation: relation.trim() === '',
    signature: !seen && signature === '',
    witness: seen && witnessName.trim() === '',
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    setProblem(null);
    if (Object.values(lacks).some((one) => one)) return;
    if (uploads.sending) return setProblem(<Trans>照片还在上传，请等它传完再记下。</Trans>);
    const { id: agreementId, version, language, textHash } = agreement;
    const hand = {
      ...{ method, name, relation, signature: seen ? null : signature, witnessName: seen ? witnessName : null },
      signedOn: method === 'PAPER' && signedOn ? signedOn : null,
    };
    const { data, error } = await sign({ input: { agreementId, version, language, textHash, ...hand } });
    const outcome = data?.signForGuardian;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'Agreement') {
      forget();
      toast({ message: t`监护人的签名记下了。` });
      return reload();
    }
    const codes = outcome.__typename === 'InvalidInput' ? outcome.fields.map(({ code }) => code) : [];
    setProblem(
      codes.includes('REQUIRED') ? (
        <Trans>请先放上签好的那张纸的照片或扫描件。</Trans>
      ) : codes.includes('BARRED') ? (
        <Trans>这位监护人的话现在不能算数。请先和督导商量。</Trans>
      ) : codes.includes('TOO_OLD') || codes.includes('IN_THE_FUTURE') ? (
        <Trans>纸上的日期要在最近九十天以内。</Trans>
      ) : (
        <Trans>这份协议刚刚有了变化，请看一看再签。</Trans>
      ),
    );
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      submitLabel={<Trans>记下监护人的签名</Trans>}
      busy={fetching}
      problem={problem}
    >
      <p>
        <Trans>先把上面的全文读给监护人听，问一问有没有不明白的地方。</Trans>
      </p>
      <FieldGroup label={t`怎么签`} description={t`不会写字也没关系。`}>
        {METHODS.map((one) => (
          <Radio
            key={one}
            name="guardian-method"
            label={i18n._(METHOD[one])}
            checked={method === one}
            onChange={() => change({ method: one })}
          />
        ))}
      </FieldGroup>
      <TextInput
        label={t`监护人的姓名`}
        maxLength={60}
        value={name}
        onChange={(event) => change({ name: event.target.value })}
        error={tried && lacks.name ? t`请写下监护人的姓名。` : undefined}
      />
      <TextInput
        label={t`是孩子的什么人`}
        maxLength={30}
        value={relation}
        onChange={(event) => change({ relation: event.target.value })}
        error={tried && lacks.relation ? t`请写下是孩子的什么人，例如母亲。` : undefined}
      />
      {seen ? (
        <TextInput
          label={t`见证人是谁`}
          maxLength={60}
          value={witnessName}
          onChange={(event) => change({ witnessName: event.target.value })}
          error={tried && lacks.witness ? t`请写下见证人的姓名。` : undefined}
        />
      ) : (
        <SignaturePad
          label={t`监护人签名`}
          value={signature}
          change={(path) => change({ signature: path })}
          error={tried && lacks.signature ? t`请监护人在这里签名。` : undefined}
        />
      )}
      {method === 'PAPER' ? (
        <PaperUpload
          label={t`签好的纸`}
          hint={<Trans>拍下每一页。机构签名的同事要对着它再看一遍，所以不能是同一个人。</Trans>}
          most={MOST_PAGES}
          uploads={uploads}
        />
      ) : null}
      {method === 'PAPER' ? (
        <TextInput
          type="date"
          label={t`纸上写的日期`}
          description={t`九十天以内；不填就是今天。原件请放进机构的档案。`}
          max={today}
          value={signedOn}
          onChange={(event) => change({ signedOn: event.target.value })}
        />
      ) : null}
    </Form>
  );
}
