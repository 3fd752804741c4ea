import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useMemo, useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Form } from '../../ui/form/Form.js';
import { namedFields, problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { PaperUpload } from '../../ui/upload/PaperUpload.js';
import { usePapers } from '../../ui/upload/use-papers.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ChildVoiceFields } from './ChildVoiceFields.js';
import {
  CONSENT_FIELDS,
  consentInput,
  consentProblems,
  emptyConsent,
  MOST_PAPERS,
  type ConsentValues,
} from './consent-form.js';
import { RECORD_CONSENT } from './consent.operations.js';
import { GuardianFields } from './GuardianFields.js';

export interface ConsentFormProps {
  readonly companionshipId: string;
  readonly version: number;
  /** How long a consent lasts where nobody says otherwise, in days; a setting of the agency. */
  readonly validDays: number;
  readonly reload: () => void;
}

/** Records what the family said, in the order of the talk: the guardian, the agreement, then the child's own answer. */
export function ConsentForm({ companionshipId, version, validDays, reload }: ConsentFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, record] = useMutation(RECORD_CONSENT);
  const [problem, setProblem] = useState<ReactNode>(null);
  const resolver = useMemo(() => problemsResolver<ConsentValues>((values) => consentProblems(values, today)), [today]);
  const form = useKeptForm<ConsentValues>({
    draft: `consent.${companionshipId}`,
    defaultValues: emptyConsent(today, validDays),
    resolver,
  });

  const papers = useWatch({ control: form.control, name: 'papers' });
  const uploads = usePapers({
    purpose: 'CONSENT_PAPER',
    subjectId: companionshipId,
    papers,
    // Of several that arrive together each finds what the one before has left.
    added: (paper) => form.setValue('papers', [...form.getValues('papers'), paper]),
    removed: (paper) =>
      form.setValue(
        'papers',
        form.getValues('papers').filter(({ id }) => id !== paper.id),
      ),
  });

  const submit = form.handleSubmit(async (values) => {
    if (uploads.underway.length > 0) {
      setProblem(
        uploads.sending ? (
          <Trans>照片还在上传，请等它传完再记下。</Trans>
        ) : (
          <Trans>有一份材料没有传上去。请再试一次，或者先移除它。</Trans>
        ),
      );
      return;
    }
    setProblem(null);
    const { data, error } = await record({ input: { companionshipId, version, ...consentInput(values) } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.recordConsent;
    switch (result.__typename) {
      case 'Companionship':
        form.forget();
        toast({ message: t`家庭的同意已经记下。` });
        reload();
        return;
      case 'InvalidInput': {
        const named = namedFields(CONSENT_FIELDS, result.fields);
        for (const field of named) form.setError(field, { type: 'server' });
        if (result.fields.some(({ field }) => field === 'paperIds')) {
          form.setValue('papers', []);
          setProblem(<Trans>照片放了一天以上，已经自动删除。请重新拍一次，其他内容都还在。</Trans>);
        } else if (named.length === 0) setProblem(<Trans>有一项内容系统不能接受，请逐项看一看。</Trans>);
        return;
      }
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下家庭的同意</Trans>}
      busy={fetching}
      problem={problem}
    >
      <GuardianFields form={form} />
      <PaperUpload
        label={<Trans>纸面材料的照片（可以不传）</Trans>}
        hint={<Trans>签好的同意书或服务协议，最多三页。照片里的拍摄地点会自动去掉；只有个案团队能看到。</Trans>}
        most={MOST_PAPERS}
        uploads={uploads}
      />
      <ChildVoiceFields form={form} />
    </Form>
  );
}
