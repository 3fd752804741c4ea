import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { InviteCoordinator } from './InviteCoordinator.js';
import { ADD_COORDINATOR, COORDINATOR_CHOICES, END_COORDINATOR } from './team-desk.operations.js';
import styles from './team-desk.module.css';
import type { Team } from './TeamForm.js';

interface CoordinatorsProps {
  readonly team: Team;
  readonly reload: () => void;
}

/** Who books for a team: how somebody comes to do it, or stops. */
export function Coordinators({ team, reload }: CoordinatorsProps) {
  return (
    <div>
      {team.coordinators.length > 0 ? (
        <ul className={styles['people']}>
          {team.coordinators.map((one) => (
            <li key={one.id} className={styles['person']}>
              <span lang={dataLang(one.name)}>{one.name}</span>
              <EndCoordinator team={team} one={one} reload={reload} />
            </li>
          ))}
        </ul>
      ) : null}
      <details className={styles['fold']}>
        <summary>
          <Trans>请已经有账号的联系人替“{team.name}”预约</Trans>
        </summary>
        <AddCoordinator team={team} added={reload} />
      </details>
      <details className={styles['fold']}>
        <summary>
          <Trans>邀请一位新的联系人替“{team.name}”预约</Trans>
        </summary>
        <InviteCoordinator team={team} invited={reload} />
      </details>
    </div>
  );
}

function AddCoordinator({ team, added }: { readonly team: Team; readonly added: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [{ data: found }] = useQuery({ query: COORDINATOR_CHOICES });
  const [{ fetching }, add] = useMutation(ADD_COORDINATOR);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm({ draft: `team.coordinator.${team.id}`, defaultValues: { choiceId: '' } });
  const choices = found?.coordinatorChoices ?? [];
  const submit = form.handleSubmit(async ({ choiceId }) => {
    setProblem(null);
    const { data, error } = await add({ input: { teamId: team.id, choiceId } });
    const outcome = data?.addTeamCoordinator.__typename;
    if (outcome === 'VolunteerTeam') {
      form.forget();
      form.reset({ choiceId: '' });
      toast({ message: t`从今天起可以替这个团队预约。` });
      return added();
    }
    setProblem(
      outcome === 'NotFound' ? <CommonRefusal kind="NotFound" reload={added} /> : <RequestFault error={error} />,
    );
  });
  if (found && choices.length === 0) {
    return (
      <p className={styles['quiet']}>
        <Trans>还没有联系人有账号，请邀请一位新的。</Trans>
      </p>
    );
  }
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>请本人预约</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`哪一位联系人`}
        data={[{ value: '', label: t`请选一位` }, ...choices.map(({ id, name }) => ({ value: id, label: name }))]}
        error={form.formState.errors.choiceId?.message}
        {...form.register('choiceId', { required: t`请选一位` })}
      />
    </Form>
  );
}

interface EndCoordinatorProps {
  readonly team: Team;
  readonly one: Team['coordinators'][number];
  readonly reload: () => void;
}

function EndCoordinator({ team, one, reload }: EndCoordinatorProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [{ fetching }, end] = useMutation(END_COORDINATOR);
  const confirm = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await end({ input: { coordinatorId: one.id } });
    if (!data) return setProblem(<RequestFault error={error} />);
    // Ended meanwhile by somebody else: what was asked for is so.
    setAsking(false);
    toast({ message: t`${one.name}不再替这个团队预约。` });
    reload();
  };
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)} aria-label={t`${one.name}不再替${team.name}预约`}>
        <Trans>不再预约</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        close={() => setAsking(false)}
        onConfirm={confirm}
        busy={fetching}
        title={t`请${one.name}不再替${team.name}预约？`}
        confirmLabel={<Trans>不再预约</Trans>}
      >
        <p>
          <Trans>马上看不到这个团队的预约。已经约好的还是团队的；账号还在，可以随时再请回来。</Trans>
        </p>
        {problem}
      </ConfirmDialog>
    </>
  );
}
