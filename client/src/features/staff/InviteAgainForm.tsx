import { Trans, useLingui } from '@lingui/react/macro';
import { useViewer } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import type { InviteFormProps } from '../invitations/index.js';
import { ColleagueFields } from './ColleagueFields.js';
import type { Member, StaffList } from './staff-view.js';
import { useInviteColleague } from './use-invite-colleague.js';

interface InviteAgainFormProps extends InviteFormProps {
  readonly member: Member;
  readonly staff: StaffList;
}

/** For somebody who has no role yet but those of an invitation: they can be corrected before it goes out again. */
export function InviteAgainForm({ member, staff, invited, leave }: InviteAgainFormProps) {
  const { t } = useLingui();
  const { agency } = useViewer();
  const standing = member.account.state !== 'NOT_INVITED';
  const [first] = member.awaited;
  const begun = first === undefined || first.startsOn < agency.today;
  const invite = useInviteColleague({
    draft: `invite-again.${member.personId}`,
    personId: member.personId,
    start: {
      roles: member.awaited.map(({ role }) => role),
      officeId: first?.officeId ?? '',
      startsOn: begun ? agency.today : first.startsOn,
      endsOn: first?.endsOn ?? '',
    },
    sent: invited,
    outdated: () => invited(),
  });
  const { form, fieldWords } = invite;
  const onFile = standing || member.email != null;
  return (
    <Form
      onSubmit={(event) => void invite.submit(event)}
      submitLabel={<Trans>发出邀请</Trans>}
      busy={invite.busy}
      problem={invite.problem}
      aside={
        <Button variant="subtle" onClick={leave}>
          <Trans>先不发</Trans>
        </Button>
      }
    >
      <TextInput
        label={t`手机号或邮箱`}
        description={
          standing ? t`留空就发到上次的地方。` : member.email ? t`留空就发到登记的邮箱 ${member.email}。` : undefined
        }
        inputMode="email"
        error={form.formState.errors.identifier?.message}
        {...form.register('identifier', { required: onFile ? false : fieldWords.identifier })}
      />
      <ColleagueFields staff={staff} invite={invite} />
    </Form>
  );
}
