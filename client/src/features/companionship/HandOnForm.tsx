import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { namedFields, problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { HAND_ON_FIELDS, handOnInput, handOnProblems, NOTHING_CHOSEN, type HandOnValues } from './hand-on-form.js';
import { HAND_ON } from './hand-on.operations.js';
import { ShareFields } from './ShareFields.js';
import { TakerRefused } from './TakerRefused.js';
import { TakerChoice } from './TakerChoice.js';

export interface HandOnFormProps {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  readonly reload: () => void;
}

/** Who goes on, the farewell before, and item by item what the next volunteer may read: the least is the default. */
export default function HandOnForm({ companionship, reload }: HandOnFormProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, handOn] = useMutation(HAND_ON);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { id: companionshipId, version, contacts, child } = companionship;
  const form = useKeptForm<HandOnValues>({
    draft: `handOn.${companionshipId}`,
    defaultValues: NOTHING_CHOSEN,
    resolver: problemsResolver((values) => handOnProblems(values, today)),
  });
  const { errors } = form.formState;
  const notes = contacts.filter(({ note }) => note);

  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const input = handOnInput(values, { companionshipId, version, notes: notes.map(({ id }) => id) });
    const { data, error } = await handOn({ input });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.handOnCompanionship;
    switch (result.__typename) {
      case 'Companionship':
        form.forget();
        toast({ message: t`邀请已经发给接手的志愿者，也谢过了以前的志愿者。` });
        void navigate(`/agency/companionships/${encodeURIComponent(result.id)}`);
        return;
      case 'InvalidInput': {
        const named = namedFields(HAND_ON_FIELDS, result.fields);
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
      submitLabel={<Trans>交给这位志愿者</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TakerChoice
        companionshipId={companionshipId}
        label={t`由谁接着陪${child.pseudonym}`}
        field={form.register('volunteerId')}
        error={errors.volunteerId ? t`请选一位志愿者。` : undefined}
      />
      <TextInput
        type="date"
        label={t`告别谈话的日期`}
        description={t`先让现在的志愿者和孩子好好说再见，再交给别人。`}
        max={today}
        error={errors.closingTalkOn ? t`请选告别谈话的那一天：不能晚于今天，也不能早于开始的那天。` : undefined}
        {...form.register('closingTalkOn')}
      />
      <Textarea
        label={t`交接的原因`}
        description={t`平实地写，不评价谁。志愿者看不到这些话。`}
        rows={2}
        error={errors.reason ? t`请写几个字，让以后的同事明白。` : undefined}
        {...form.register('reason')}
      />
      <ShareFields
        label={t`接手的志愿者可以看到什么`}
        companionship={companionship}
        field={(name) => form.register(name)}
      />
    </Form>
  );
}
