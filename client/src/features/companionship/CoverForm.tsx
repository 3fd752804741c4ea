import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { namedFields, problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import styles from './companionship.module.css';
import { COVER_FIELDS, coverInput, coverProblems, noCover, type CoverValues } from './cover-form.js';
import { INVITE_COVER } from './cover.operations.js';
import { ShareFields } from './ShareFields.js';
import { TakerChoice } from './TakerChoice.js';
import { TakerRefused } from './TakerRefused.js';

export interface CoverFormProps {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  /** The agency's own number of days. */
  readonly longest: number;
  readonly reload: () => void;
}

/** Who stands in, from when to when, and item by item what that one may read: the least is the default. */
export default function CoverForm({ companionship, longest, reload }: CoverFormProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, invite] = useMutation(INVITE_COVER);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { id: companionshipId, version, contacts, child } = companionship;
  const form = useKeptForm<CoverValues>({
    draft: `cover.${companionshipId}`,
    defaultValues: noCover(today),
    resolver: problemsResolver((values) => coverProblems(values, today)),
  });
  const { errors } = form.formState;
  const notes = contacts.filter(({ note }) => note).map(({ id }) => id);

  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const { data, error } = await invite({ input: coverInput(values, { companionshipId, version, notes }) });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.inviteCover;
    switch (result.__typename) {
      case 'Companionship':
        form.forget();
        toast({ message: t`邀请已经发给代为陪伴的志愿者。` });
        void navigate(`/agency/companionships/${encodeURIComponent(result.id)}`);
        return;
      case 'InvalidInput': {
        const named = namedFields(COVER_FIELDS, result.fields);
        for (const field of named) form.setError(field, { type: 'server' });
        if (named.length === 0) setProblem(<Trans>有一项内容系统不能接受，请逐项看一看。</Trans>);
        return;
      }
      case 'VolunteerNotEligible':
      case 'PlaceTaken':
      case 'PairRefused':
        setProblem(<TakerRefused refusal={result} />);
        return;
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
      submitLabel={<Trans>请这位志愿者代为陪伴</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TakerChoice
        companionshipId={companionshipId}
        label={t`由谁代为陪伴${child.pseudonym}`}
        field={form.register('volunteerId')}
        error={errors.volunteerId ? t`请选一位志愿者。` : undefined}
      />
      <div className={styles['pair']}>
        <TextInput
          type="date"
          label={t`从哪天起`}
          min={today}
          error={errors.from ? t`请选今天或以后的一天。` : undefined}
          {...form.register('from')}
        />
        <TextInput
          type="date"
          label={t`到哪天为止`}
          description={t`最多 ${longest} 天；再长就好好交接给另一位志愿者。`}
          min={today}
          error={errors.until ? t`请选最后一天：不早于第一天，最多 ${longest} 天。` : undefined}
          {...form.register('until')}
        />
      </div>
      <ShareFields
        label={t`代为陪伴的志愿者可以看到什么`}
        companionship={companionship}
        field={(name) => form.register(name)}
      />
    </Form>
  );
}
