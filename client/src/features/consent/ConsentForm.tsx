import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useMemo, useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Form } from '../../ui/form/Form.js';
import { namedFields, problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { ChildVoiceFields } from './ChildVoiceFields.js';
import { CONSENT_FIELDS, consentInput, consentProblems, emptyConsent, type ConsentValues } from './consent-form.js';
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

  const submit = form.handleSubmit(async (values) => {
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
        if (named.length === 0) setProblem(<Trans>有一项内容系统不能接受，请逐项看一看。</Trans>);
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
      <ChildVoiceFields form={form} />
    </Form>
  );
}
