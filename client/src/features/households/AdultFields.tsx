import { useLingui } from '@lingui/react/macro';
import type { UseFormRegisterReturn } from 'react-hook-form';
import type { EducationLevel, HouseholdRelation } from '../../gql/graphql.js';
import { Checkbox, NativeSelect, TextInput } from '../../ui/fields/fields.js';
import styles from './households.module.css';
import { useFamilyWords } from './use-family-words.js';

export interface AdultValues {
  readonly name: string;
  readonly phone: string;
  readonly relation: HouseholdRelation;
  readonly education: EducationLevel | '';
  readonly isGuardian: boolean;
  readonly isCaregiver: boolean;
}
export const NOBODY: AdultValues = {
  ...{ name: '', phone: '', relation: 'MOTHER', education: '', isGuardian: false, isCaregiver: false },
};

/** As the server takes a grown-up: what was left empty is not said. */
export const adultInput = ({ name, phone, education, ...rest }: AdultValues) => ({
  ...rest,
  name: name.trim(),
  phone: phone.trim() || null,
  education: education || null,
});

export interface AdultFieldsProps {
  readonly register: (field: keyof AdultValues) => UseFormRegisterReturn;
}

/** Who somebody is to the children, and how to reach them. */
export function AdultFields({ register }: AdultFieldsProps) {
  const { t } = useLingui();
  const words = useFamilyWords();
  return (
    <>
      <div className={styles['pair']}>
        <TextInput label={t`姓名`} autoComplete="off" {...register('name')} />
        <NativeSelect label={t`和孩子的关系`} data={words.relations} {...register('relation')} />
      </div>
      <div className={styles['pair']}>
        <TextInput
          type="tel"
          label={t`电话`}
          description={t`可以先空着；机构已经认识的人，写同一个号码。`}
          autoComplete="off"
          {...register('phone')}
        />
        <NativeSelect
          label={t`上过的学`}
          description={t`照本人说的写，不问也可以。`}
          data={[{ value: '', label: t`还没有问` }, ...words.educations]}
          {...register('education')}
        />
      </div>
      <div className={styles['pair']}>
        <Checkbox label={t`是监护人`} {...register('isGuardian')} />
        <Checkbox label={t`平时照护孩子`} {...register('isCaregiver')} />
      </div>
    </>
  );
}
