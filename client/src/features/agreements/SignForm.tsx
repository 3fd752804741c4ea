import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { AgreementMethod } from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptState } from '../../ui/form/use-kept-state.js';
import { SignaturePad } from '../../ui/signature/SignaturePad.js';

export interface Mark {
  readonly method: AgreementMethod;
  readonly name: string;
  readonly signature: string;
  readonly relation: string;
}
export interface SignFormProps {
  /** Under which name a half-signed form is kept on this device. */
  readonly draft: string;
  /** Prefilled; whoever signs can change it. */
  readonly name: string;
  /** A guardian also says how they are related. */
  readonly guardian?: boolean;
  readonly relation?: string;
  readonly submitLabel: ReactNode;
  readonly busy: boolean;
  readonly problem: ReactNode;
  /** Calls `arrived` once the signature is kept by the platform: then the draft goes. */
  readonly sign: (mark: Mark, arrived: () => void) => void;
}

/** Signs on any device: drawn with a finger, or the name typed. Nothing is sent before all of it is there. */
export function SignForm({
  draft,
  name,
  guardian = false,
  relation = '',
  submitLabel,
  busy,
  problem,
  sign,
}: SignFormProps) {
  const { t } = useLingui();
  const first: Mark = { method: 'DRAWN', name, signature: '', relation };
  const [mark, change, forget] = useKeptState<Mark>(`agreement.sign.${draft}`, first);
  const [tried, setTried] = useState(false);
  const lacksName = mark.name.trim() === '';
  const lacksHand = mark.method === 'DRAWN' && mark.signature === '';
  const lacksRelation = guardian && mark.relation.trim() === '';
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!lacksName && !lacksHand && !lacksRelation) sign(mark, forget);
      }}
      submitLabel={submitLabel}
      busy={busy}
      problem={problem}
    >
      <FieldGroup label={t`怎么签`}>
        <Radio
          name="sign-method"
          label={t`用手指或鼠标写`}
          checked={mark.method === 'DRAWN'}
          onChange={() => change({ method: 'DRAWN' })}
        />
        <Radio
          name="sign-method"
          label={t`输入姓名`}
          description={t`和手写的签名一样算数。`}
          checked={mark.method === 'TYPED'}
          onChange={() => change({ method: 'TYPED' })}
        />
      </FieldGroup>
      <TextInput
        label={t`您的姓名`}
        maxLength={60}
        size="md"
        autoComplete="name"
        value={mark.name}
        onChange={(event) => change({ name: event.target.value })}
        error={tried && lacksName ? t`请写下您的姓名。` : undefined}
      />
      {guardian ? (
        <TextInput
          label={t`您是孩子的什么人`}
          maxLength={30}
          size="md"
          value={mark.relation}
          onChange={(event) => change({ relation: event.target.value })}
          error={tried && lacksRelation ? t`请写下您是孩子的什么人，例如母亲。` : undefined}
        />
      ) : null}
      {mark.method === 'DRAWN' ? (
        <SignaturePad
          label={t`您的签名`}
          value={mark.signature}
          change={(signature) => change({ signature })}
          error={tried && lacksHand ? t`请在这里写下签名，或者选“输入姓名”。` : undefined}
        />
      ) : (
        <p>
          <Trans>按下按钮，就是用上面的姓名签署。</Trans>
        </p>
      )}
    </Form>
  );
}
