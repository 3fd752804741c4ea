import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue } from 'react';
import { useWatch } from 'react-hook-form';
import { useMutation, useQuery } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { problemsResolver } from '../../ui/form/problems.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useFormat } from '../../ui/format/use-format.js';
import { householdNumber } from './family-view.js';
import { MOVE_CHILD } from './household-changes.js';
import { HOMES } from './households.operations.js';
import { useFamilySave } from './use-family-save.js';

interface Typed {
  readonly sought: string;
  readonly householdId: string;
  readonly since: string;
}
const resolver = problemsResolver<Typed>(({ householdId }) => (householdId === '' ? (['householdId'] as const) : []));

export interface MoveChildFormProps {
  readonly childId: string;
  readonly reload: () => void;
  readonly close: () => void;
}

/** A child goes to live in another household that the agency knows, found by a child's name or by its number. */
export function MoveChildForm({ childId, reload, close }: MoveChildFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { today } = useViewer().agency;
  const [{ fetching }, move] = useMutation(MOVE_CHILD);
  const { problem, save } = useFamilySave(reload);
  const form = useKeptForm<Typed>({
    draft: `move-child.${childId}`,
    resolver,
    defaultValues: { sought: '', householdId: '', since: today },
  });
  const text = useDeferredValue(useWatch({ control: form.control, name: 'sought' }).trim());
  const [{ data }] = useQuery({ query: HOMES, variables: { text }, pause: text === '' });
  const homes = (text === '' ? [] : (data?.households.edges ?? [])).map(({ node }) => node);
  const others = homes.filter(({ members }) => !members.some((one) => one.childId === childId && one.until == null));
  const submit = form.handleSubmit(({ householdId, since }) =>
    save(() => move({ input: { childId, householdId, since } }), {
      saved: t`记下了；以前住在哪里，还留着。`,
      done: () => {
        form.forget();
        close();
        reload();
      },
    }),
  );
  const label = ({ number, members }: (typeof homes)[number]): string => {
    const now = members.filter(({ until }) => until == null).map(({ name }) => name);
    return `${householdNumber(number)} · ${format.list(now)}`;
  };
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>从这一天起住在那个家</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TextInput
        type="search"
        label={t`找那个家`}
        description={t`那家孩子的姓名，或者家庭编号。`}
        autoComplete="off"
        {...form.register('sought')}
      />
      <NativeSelect
        label={t`搬到哪个家`}
        data={[
          { value: '', label: text !== '' && others.length === 0 ? t`没有找到别的家` : t`请选一个` },
          ...others.map((home) => ({ value: home.id, label: label(home) })),
        ]}
        error={form.formState.errors.householdId ? t`请选一个。` : undefined}
        {...form.register('householdId')}
      />
      <TextInput type="date" label={t`从哪天起`} {...form.register('since')} />
    </Form>
  );
}
