import { Trans, useLingui } from '@lingui/react/macro';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Radio, TextInput } from '../../ui/fields/fields.js';
import { PaperUpload } from '../../ui/upload/PaperUpload.js';
import type { Papers } from '../../ui/upload/use-papers.js';
import { DEVICE_METHODS, type ConsentDraft, type Missing } from './consent-draft.js';
import { METHOD_WORDS } from './ledger-words.js';
import { SignaturePad } from './SignaturePad.js';

const MOST_PAPERS = 3;

export interface ProofFieldsProps {
  readonly draft: ConsentDraft;
  readonly change: (to: Partial<Pick<ConsentDraft, 'method' | 'signature' | 'witnessName' | 'saidOn'>>) => void;
  readonly uploads: Papers;
  readonly lacking: readonly Missing[];
}

/** How the guardian's word is kept. Nobody needs to be able to write. */
export function ProofFields({ draft, change, uploads, lacking }: ProofFieldsProps) {
  const { t, i18n } = useLingui();
  const { method } = draft;
  return (
    <>
      <FieldGroup label={t`怎么留下这句话`} description={t`不会写字也没关系。`}>
        {DEVICE_METHODS.map((one) => (
          <Radio
            key={one}
            name="method"
            label={i18n._(METHOD_WORDS[one])}
            checked={method === one}
            onChange={() => change({ method: one })}
          />
        ))}
      </FieldGroup>
      {method === 'SIGNATURE' ? (
        <SignaturePad
          label={t`监护人签名`}
          path={draft.signature}
          change={(signature) => change({ signature })}
          error={lacking.includes('proof') ? t`请监护人在这里签名。` : undefined}
        />
      ) : null}
      {method === 'WITNESSED' ? (
        <TextInput
          label={t`见证人是谁`}
          maxLength={60}
          value={draft.witnessName}
          onChange={(event) => change({ witnessName: event.target.value })}
          error={lacking.includes('proof') ? t`请写下见证人的姓名。` : undefined}
        />
      ) : null}
      {method === 'PAPER' ? (
        <TextInput
          label={t`纸上写的日期`}
          description={t`九十天以内；不填就是今天。`}
          type="date"
          value={draft.saidOn}
          onChange={(event) => change({ saidOn: event.target.value })}
        />
      ) : null}
      {method === 'PAPER' || method === 'THUMBPRINT' ? (
        <>
          <PaperUpload
            label={method === 'PAPER' ? <Trans>签好的纸</Trans> : <Trans>手印的照片</Trans>}
            hint={<Trans>最多三页。照片里的拍摄地点会自动去掉；只有个案团队能看到。</Trans>}
            most={MOST_PAPERS}
            uploads={uploads}
          />
          {lacking.includes('papers') ? <p role="alert">{t`请先拍照或选一张照片。`}</p> : null}
        </>
      ) : null}
    </>
  );
}
