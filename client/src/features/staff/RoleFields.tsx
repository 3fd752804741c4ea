import { useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '../../ui/fields/fields.js';
import type { Field } from './role-period.js';
import { openOffices, type Office } from './staff-view.js';
import styles from './staff.module.css';

interface RoleFieldsProps {
  readonly offices: readonly Office[];
  /** Registers a field of the form around them. */
  readonly field: (name: Field) => object;
  readonly errors: Readonly<Partial<Record<Field, string | undefined>>>;
}

/** Where a role holds, and from when to when. */
export function RoleFields({ offices, field, errors }: RoleFieldsProps) {
  const { t } = useLingui();
  const open = openOffices(offices);
  return (
    <>
      {open.length > 0 ? (
        <NativeSelect
          label={t`在哪里`}
          description={t`在一个服务点的同事，只看到那里的和全机构共有的人。`}
          data={[{ value: '', label: t`全机构` }, ...open.map(({ id, name }) => ({ value: id, label: name }))]}
          {...field('officeId')}
        />
      ) : null}
      <div className={styles['pair']}>
        <TextInput
          type="date"
          label={t`从哪天起`}
          description={t`今天或以后。`}
          error={errors.startsOn}
          {...field('startsOn')}
        />
        <TextInput
          type="date"
          label={t`到哪天为止`}
          description={t`不填就一直有效。`}
          error={errors.endsOn}
          {...field('endsOn')}
        />
      </div>
    </>
  );
}
