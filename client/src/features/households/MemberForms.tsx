import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { adultInput, AdultFields, NOBODY, type AdultValues } from './AdultFields.js';
import { ADD_MEMBER, CHANGE_CAREGIVER, END_MEMBER } from './household-changes.js';
import { useFamilySave } from './use-family-save.js';

interface FormProps {
  readonly reload: () => void;
  readonly close: () => void;
}

/** Somebody joins the household. */
export function AddMemberForm({ householdId, reload, close }: FormProps & { readonly householdId: string }) {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const [{ fetching }, add] = useMutation(ADD_MEMBER);
  const { problem, save } = useFamilySave(reload);
  const form = useKeptForm<AdultValues & { readonly since: string }>({
    draft: `family-member.${householdId}`,
    defaultValues: { ...NOBODY, since: today },
  });
  const submit = form.handleSubmit(({ since, ...adult }) =>
    save(() => add({ input: { householdId, adult: adultInput(adult), since: since || null } }), {
      saved: t`记下了。`,
      done: () => {
        form.forget();
        close();
        reload();
      },
    }),
  );
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下这位家人</Trans>}
      busy={fetching}
      problem={problem}
    >
      <AdultFields register={form.register} />
      <TextInput type="date" label={t`从哪天起`} {...form.register('since')} />
    </Form>
  );
}

/** From a day on this person looks after the children; who did before stays on record. */
export function CareForm({ memberId, reload, close }: FormProps & { readonly memberId: string }) {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const [{ fetching }, change] = useMutation(CHANGE_CAREGIVER);
  const { problem, save } = useFamilySave(reload);
  const form = useKeptForm<{ readonly since: string }>({
    draft: `family-care.${memberId}`,
    defaultValues: { since: today },
  });
  const submit = form.handleSubmit(({ since }) =>
    save(() => change({ input: { householdMemberId: memberId, since } }), {
      saved: t`改好了；以前由谁照护，还留着。`,
      done: () => {
        form.forget();
        close();
        reload();
      },
    }),
  );
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>从这一天起由这位家人照护</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TextInput type="date" label={t`从哪天起`} {...form.register('since')} />
    </Form>
  );
}

/** Somebody no longer lives in the household. */
export function LeaveForm({ memberId, reload, close }: FormProps & { readonly memberId: string }) {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const [{ fetching }, end] = useMutation(END_MEMBER);
  const { problem, save } = useFamilySave(reload);
  const form = useKeptForm<{ readonly until: string }>({
    draft: `family-leave.${memberId}`,
    defaultValues: { until: today },
  });
  const submit = form.handleSubmit(({ until }) =>
    save(() => end({ input: { householdMemberId: memberId, until } }), {
      saved: t`记下了；以前住在一起的日子还留着。`,
      done: () => {
        form.forget();
        close();
        reload();
      },
    }),
  );
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下这一天</Trans>}
      busy={fetching}
      problem={problem}
    >
      <TextInput type="date" label={t`到哪天为止`} {...form.register('until')} />
    </Form>
  );
}
