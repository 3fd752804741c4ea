import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { assertUnreachable, parseLocalDate } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { Form } from '../../ui/form/Form.js';
import { problemsResolver } from '../../ui/form/problems.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { BlockerList, type Blockers } from './BlockerList.js';
import { ACTIVATE_COMPANIONSHIP } from './companionship.operations.js';

interface Start {
  readonly startsOn: string;
}
const resolver = problemsResolver<Start>(({ startsOn }) => (parseLocalDate(startsOn) ? [] : ['startsOn']));

export interface ActivateFormProps {
  readonly companionshipId: string;
  readonly version: number;
  /** It rested and goes on. */
  readonly again: boolean;
  readonly reload: () => void;
}

/** Sets the first day. Everything is judged for that very day, so a later day can be refused where today is not. */
export function ActivateForm({ companionshipId, version, again, reload }: ActivateFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { today } = useViewer().agency;
  const [{ fetching }, activate] = useMutation(ACTIVATE_COMPANIONSHIP);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Start>({ draft: `start.${companionshipId}`, defaultValues: { startsOn: today }, resolver });

  const submit = form.handleSubmit(async ({ startsOn }) => {
    setProblem(null);
    const { data, error } = await activate({ input: { companionshipId, version, startsOn } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.activateCompanionship;
    switch (result.__typename) {
      case 'Companionship':
        form.forget();
        toast({ message: again ? t`陪伴继续了。` : t`陪伴开始了。` });
        reload();
        return;
      case 'CompanionshipBlocked':
        setProblem(<Blocked blockers={result.blockers} />);
        return;
      case 'InvalidInput':
        form.setError('startsOn', { type: 'server' });
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
      submitLabel={again ? <Trans>继续这段陪伴</Trans> : <Trans>开始这段陪伴</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TextInput
        type="date"
        label={again ? t`从哪一天继续` : t`第一天`}
        error={form.formState.errors.startsOn ? t`请选一个日子。` : undefined}
        {...form.register('startsOn')}
      />
    </Form>
  );
}

function Blocked({ blockers }: { readonly blockers: Blockers }) {
  return (
    <RefusalPanel
      what={<Trans>那一天还不能开始</Trans>}
      why={<Trans>协议、家庭的同意、孩子自己的回答、计划和志愿者的手续都齐了，陪伴才开始。</Trans>}
      now={<BlockerList blockers={blockers} />}
      ask={<Trans>您的督导者。</Trans>}
    />
  );
}
