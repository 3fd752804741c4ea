import { Trans, useLingui } from '@lingui/react/macro';
import { TEAM_KINDS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { TeamKind, TeamsQuery } from '../../gql/graphql.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { SAVE_TEAM } from './team-desk.operations.js';
import styles from './team-desk.module.css';
import { useTeamWords } from './use-team-words.js';

export type Team = TeamsQuery['volunteerTeams'][number];

const EMPTY: { readonly kind: TeamKind; readonly name: string; readonly shortName: string } = {
  kind: 'COMPANY',
  name: '',
  shortName: '',
};
const FIELDS = ['name', 'shortName'] as const;

/** A team's name and kind. Of two colleagues who write the same name, the second is told. */
export function TeamForm({ team, saved }: { readonly team?: Team; readonly saved: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useTeamWords();
  const [{ fetching }, save] = useMutation(SAVE_TEAM);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm({
    draft: `team.${team?.id ?? 'new'}.${team?.version ?? 0}`,
    defaultValues: team ? { kind: team.kind, name: team.name, shortName: team.shortName } : EMPTY,
  });
  const { errors } = form.formState;
  const faults = {
    name: t`请写团队的全名，不超过 80 个字。`,
    shortName: t`请写一个简称，不超过 20 个字。`,
  };
  const taken = t`已经有一个团队叫这个名字，也许是同事刚刚登记的。请在名单里找一找；真是另一个团队，就换一个分得开的名字。`;
  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const known = team ? { teamId: team.id, version: team.version } : {};
    const { data, error } = await save({ input: { ...typed, state: team?.state ?? 'ACTIVE', ...known } });
    const outcome = data?.saveTeam;
    switch (outcome?.__typename) {
      case 'VolunteerTeam':
        form.forget();
        if (!team) form.reset(EMPTY);
        toast({ message: t`团队保存好了。` });
        return saved();
      case 'InvalidInput':
        for (const { field, code } of outcome.fields) {
          const named = FIELDS.find((one) => one === field);
          if (named) form.setError(named, { message: code === 'TAKEN' ? taken : faults[named] }, { shouldFocus: true });
        }
        return;
      case 'NotFound':
      case 'StaleVersion':
        return setProblem(<CommonRefusal kind={outcome.__typename} reload={saved} />);
      default:
        return setProblem(<RequestFault error={error} />);
    }
  });
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={team ? <Trans>保存团队</Trans> : <Trans>登记团队</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <NativeSelect
          label={t`是什么团队`}
          data={TEAM_KINDS.map(({ code }) => ({ value: code, label: words.kind(code) }))}
          {...form.register('kind')}
        />
        <TextInput
          label={t`团队的全名`}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name', { validate: (text) => text.trim() !== '' || faults.name })}
        />
        <TextInput
          label={t`简称`}
          description={t`名单和日历上写的就是它。`}
          autoComplete="off"
          error={errors.shortName?.message}
          {...form.register('shortName', { validate: (text) => text.trim() !== '' || faults.shortName })}
        />
      </div>
    </Form>
  );
}
