import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { ROLE_WORDS } from '../../app/session/roles.js';
import { useViewer } from '../../app/session/session-context.js';
import type { Role } from '../../gql/graphql.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { periodProblem, toInput, type RolePeriod } from './role-period.js';
import { RoleFields } from './RoleFields.js';
import { GRANT_ROLE } from './staff.operations.js';
import type { Member, StaffList } from './staff-view.js';
import { StaffRefusal } from './StaffRefusal.js';
import { usePeriodWords } from './use-period-words.js';

interface Typed extends RolePeriod {
  readonly role: Role | '';
}
export interface GrantRoleFormProps {
  readonly member: Member;
  readonly staff: StaffList;
  readonly reload: () => void;
}

/** A role from a day on, in one office or the whole agency. */
export function GrantRoleForm({ member, staff, reload }: GrantRoleFormProps) {
  const { t, i18n } = useLingui();
  const toast = useToast();
  const words = usePeriodWords();
  const { agency } = useViewer();
  const [{ fetching }, grant] = useMutation(GRANT_ROLE);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<Typed>({
    draft: `grant-role.${member.personId}`,
    defaultValues: { role: '', officeId: '', startsOn: agency.today, endsOn: '' },
  });
  const { errors } = form.formState;

  const submit = form.handleSubmit(async ({ role, ...period }) => {
    setProblem(null);
    const wrong = periodProblem(period, agency.today);
    if (wrong) return form.setError(wrong.field, { message: words(wrong.code) });
    if (role === '') return;
    const { data, error } = await grant({ input: { personId: member.personId, role, ...toInput(period) } });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result = data.grantRole;
    switch (result.__typename) {
      case 'StaffMember':
        form.forget();
        form.reset({ role: '', officeId: '', startsOn: agency.today, endsOn: '' });
        toast({ message: t`${member.name}有了新的职责，写进了操作记录。` });
        return reload();
      case 'StaffRefused':
        return setProblem(result.why === 'HANDOVER_NEEDED' ? null : <StaffRefusal why={result.why} />);
      case 'InvalidInput':
        for (const { field, code } of result.fields) {
          form.setError(field === 'endsOn' ? 'endsOn' : 'startsOn', { message: words(code) });
        }
        return;
      case 'NotFound':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
      default:
        return assertUnreachable(result);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>给这项职责</Trans>}
      busy={fetching}
      problem={problem}
    >
      <NativeSelect
        label={t`哪项职责`}
        data={[
          { value: '', label: t`请选一个` },
          ...staff.roles.map((role) => ({ value: role, label: i18n._(ROLE_WORDS[role]) })),
        ]}
        error={errors.role?.message}
        {...form.register('role', { required: t`请选一项职责。` })}
      />
      <RoleFields
        offices={staff.offices}
        field={form.register}
        errors={{ startsOn: errors.startsOn?.message, endsOn: errors.endsOn?.message }}
      />
    </Form>
  );
}
