import { useLingui } from '@lingui/react/macro';
import { ROLE_WORDS } from '../../app/session/roles.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Checkbox, NativeSelect } from '../../ui/fields/fields.js';
import { RoleFields } from './RoleFields.js';
import type { StaffList } from './staff-view.js';
import styles from './staff.module.css';
import type { useInviteColleague } from './use-invite-colleague.js';

interface ColleagueFieldsProps {
  readonly staff: StaffList;
  readonly invite: ReturnType<typeof useInviteColleague>;
}

/** What somebody will do here, where and when; and in which language they are invited. */
export function ColleagueFields({ staff, invite: { form, fieldWords } }: ColleagueFieldsProps) {
  const { t, i18n } = useLingui();
  const { errors } = form.formState;
  const roles = form.register('roles', { validate: (chosen) => chosen.length > 0 || fieldWords.roles });
  return (
    <>
      <FieldGroup label={t`在这里做什么`} description={t`可以选几项。`} error={errors.roles?.message}>
        <div className={styles['ticks']}>
          {staff.roles.map((role) => (
            <Checkbox key={role} label={i18n._(ROLE_WORDS[role])} value={role} {...roles} />
          ))}
        </div>
      </FieldGroup>
      <RoleFields
        offices={staff.offices}
        field={form.register}
        errors={{ startsOn: errors.startsOn?.message, endsOn: errors.endsOn?.message }}
      />
      <NativeSelect
        label={t`邀请用哪种语言写`}
        data={[
          { value: 'ZH_CN', label: t({ message: '中文', context: 'name of the language, in itself' }), lang: 'zh-CN' },
          { value: 'EN', label: 'English', lang: 'en' },
        ]}
        {...form.register('locale')}
      />
    </>
  );
}
