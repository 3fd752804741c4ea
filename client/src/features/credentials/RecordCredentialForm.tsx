import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { STAFF_CREDENTIALS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { StaffCredentialKind } from '../../gql/graphql.js';
import { Checkbox, NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { REFUSAL_WORDS, useCredentialWords } from './credential-words.js';
import type { Member } from './member.js';
import { RECORD_CREDENTIAL } from './credentials.operations.js';
import styles from './credentials.module.css';

interface Typed {
  readonly kind: StaffCredentialKind | '';
  readonly number: string;
  readonly issuedBy: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly paperIds: readonly string[];
}
interface RecordCredentialFormProps {
  readonly member: Member;
  readonly reload: () => void;
}

const SECRET = ['number'] as const;

/** A certificate with its number, days and paper; it counts at once. */
export function RecordCredentialForm({ member, reload }: RecordCredentialFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const words = useCredentialWords();
  const [{ fetching }, record] = useMutation(RECORD_CREDENTIAL);
  const [problem, setProblem] = useState<ReactNode>(null);
  const start = { kind: '', number: '', issuedBy: '', validFrom: '', validUntil: '', paperIds: [] } as const;
  const form = useKeptForm<Typed>({
    draft: `credential.${member.personId}`,
    defaultValues: { ...start, paperIds: [] },
    secret: SECRET,
  });
  const { errors } = form.formState;
  const papers = member.papers.filter(({ staffCredentialId }) => !staffCredentialId);
  const later = t`请写开始那天以后的日子，没有写明就空着。`;

  const submit = form.handleSubmit(async ({ kind, paperIds, validUntil, number, issuedBy, validFrom }) => {
    setProblem(null);
    if (kind === '') return;
    const chosen = papers.map(({ id }) => id).filter((id) => paperIds.includes(id));
    const { personId } = member;
    const input = { personId, kind, number, issuedBy, validFrom, validUntil: validUntil || null, paperIds: chosen };
    const { data, error } = await record({ input });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.recordCredential;
    switch (result.__typename) {
      case 'StaffMember':
        form.forget();
        form.reset({ ...start, paperIds: [] });
        toast({ message: t`证书记下了，从写明的那天起算数。` });
        return reload();
      case 'CredentialRefused':
        return setProblem(i18n._(REFUSAL_WORDS[result.why]));
      case 'InvalidInput':
        return form.setError(result.fields.some(({ field }) => field === 'number') ? 'number' : 'validUntil', {
          message: result.fields.some(({ field }) => field === 'number') ? t`请不超过 60 个字。` : later,
        });
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下证书</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`哪种证书`}
        data={[
          { value: '', label: t`请选一个` },
          ...STAFF_CREDENTIALS.map(({ code }) => ({ value: code, label: words.kind(code) })),
        ]}
        error={errors.kind?.message}
        {...form.register('kind', { required: t`请选一种证书。` })}
      />
      <div className={styles['pair']}>
        <TextInput
          label={t`编号`}
          description={t`加密保存，页面上只显示末四位。`}
          autoComplete="off"
          error={errors.number?.message}
          {...form.register('number', { maxLength: { value: 60, message: t`请不超过 60 个字。` } })}
        />
        <TextInput
          label={t`发证机构`}
          autoComplete="off"
          error={errors.issuedBy?.message}
          {...form.register('issuedBy', { maxLength: { value: 100, message: t`请不超过 100 个字。` } })}
        />
        <TextInput
          type="date"
          label={t`从哪天起有效`}
          error={errors.validFrom?.message}
          {...form.register('validFrom', { required: t`请写开始有效的日子。` })}
        />
        <TextInput
          type="date"
          label={t`到哪天为止`}
          description={t`没有写明就空着。`}
          error={errors.validUntil?.message}
          {...form.register('validUntil', {
            validate: (day, { validFrom }) => day === '' || day >= validFrom || later,
          })}
        />
      </div>
      {papers.length > 0 ? (
        <FieldGroup label={t`有哪些证明`}>
          {papers.map((paper) => (
            <Checkbox key={paper.id} label={paper.name} value={paper.id} {...form.register('paperIds')} />
          ))}
        </FieldGroup>
      ) : null}
    </Form>
  );
}
