// The screens of the form: one question each.
import { Trans, useLingui } from '@lingui/react/macro';
import { ageStanding, INTERESTS, LANGUAGES, SKILLS, type ApplyStep, type Code } from '@tongxing/shared/rules';
import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Checkbox, NativeSelect, Radio, Textarea, TextInput } from '../../ui/fields/fields.js';
import { useFormat } from '../../ui/format/use-format.js';
import styles from './applying.module.css';
import { PART, useFormWords } from './applying-words.js';
import { has, PARTS, toggled, WEEKDAYS } from './parts-of-day.js';
import { RefereeFields } from './RefereeFields.js';
import { useMissing, type StepProps } from './step-props.js';

function About({ form, answers, change, missing, today }: StepProps) {
  const { t } = useLingui();
  const lacks = useMissing(missing);
  const age = ageStanding(answers.birthDate, today, form.minimumAge);
  return (
    <>
      <TextInput
        label={t`姓名`}
        size="md"
        autoComplete="name"
        maxLength={60}
        value={answers.name ?? ''}
        error={lacks('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        type="tel"
        label={t`手机号`}
        description={t`面谈和邀请都用它联系您。`}
        size="md"
        autoComplete="tel"
        maxLength={30}
        value={answers.phone ?? ''}
        error={lacks('phone')}
        onChange={(event) => change({ phone: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t`出生日期`}
        size="md"
        autoComplete="bday"
        max={today}
        value={answers.birthDate ?? ''}
        error={lacks('birthDate') ?? lacks('age')}
        onChange={(event) => change({ birthDate: event.currentTarget.value })}
      />
      {age === 'TOO_YOUNG' ? (
        <p role="status">
          <Trans>要年满 {form.minimumAge} 周岁才能报名。谢谢您想来，到了那一天，我们等您。</Trans>
        </p>
      ) : null}
      {age === 'MINOR' ? (
        <>
          <p role="status">
            <Trans>您还没有满十八周岁：要监护人同意，服务的时候也总有一位查询过记录的成年人在身边。</Trans>
          </p>
          <TextInput
            label={t`监护人姓名`}
            size="md"
            autoComplete="off"
            maxLength={60}
            value={answers.guardianName ?? ''}
            error={lacks('guardianName')}
            onChange={(event) => change({ guardianName: event.currentTarget.value })}
          />
          <TextInput
            type="tel"
            label={t`监护人手机号`}
            description={t`送出以后，我们发一个链接去问，不用注册。`}
            size="md"
            autoComplete="off"
            maxLength={30}
            value={answers.guardianPhone ?? ''}
            error={lacks('guardianPhone')}
            onChange={(event) => change({ guardianPhone: event.currentTarget.value })}
          />
        </>
      ) : null}
      <FieldGroup label={t`性别（可以不填）`}>
        <div className={styles['choices']}>
          {(
            [
              ['FEMALE', t`女`],
              ['MALE', t`男`],
            ] as const
          ).map(([value, label]) => (
            <Radio
              key={value}
              name="gender"
              label={label}
              checked={answers.gender === value}
              onChange={() => change({ gender: value })}
            />
          ))}
        </div>
      </FieldGroup>
      <p className={styles['quiet']}>
        <Trans>
          写下的内容只给{form.agencyName}负责志愿者的同事看。<Link to="/privacy">隐私说明</Link>
        </Trans>
      </p>
    </>
  );
}

interface PickProps {
  readonly label: string;
  readonly table: readonly Code[];
  readonly picked: readonly string[];
  readonly put: (codes: readonly string[]) => void;
  readonly error?: string | undefined;
}

function Pick({ label, table, picked, put, error }: PickProps) {
  const { word } = useFormWords();
  return (
    <FieldGroup label={label} error={error}>
      <div className={styles['choices']}>
        {table.map((one) => {
          const is = picked.includes(one.code);
          const flip = (): void => put(is ? picked.filter((code) => code !== one.code) : [...picked, one.code]);
          return <Checkbox key={one.code} label={word(one)} checked={is} onChange={flip} />;
        })}
      </div>
    </FieldGroup>
  );
}

function Interests({ answers, change, missing }: StepProps) {
  const { t } = useLingui();
  return (
    <Pick
      label={t`可以选几样，以后还能改`}
      table={INTERESTS}
      picked={answers.interests ?? []}
      put={(interests) => change({ interests })}
      error={useMissing(missing)('interests')}
    />
  );
}

function Times({ answers, change, missing }: StepProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const times = answers.freeTimes ?? [];
  return (
    <FieldGroup
      label={t`每周一般什么时候有空`}
      description={t`大概就行。上午是九点到十二点，下午是两点到五点，晚上是六点到八点半；开始以前还能细说。`}
      error={useMissing(missing)('freeTimes')}
    >
      <table className={styles['week']}>
        <thead>
          <tr>
            <td />
            {PARTS.map((part) => (
              <th key={part} scope="col">
                {i18n._(PART[part])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{format.weekday(weekday)}</th>
              {PARTS.map((part) => (
                <td key={part}>
                  <label>
                    <span className="tx-hidden">{`${format.weekday(weekday)} ${i18n._(PART[part])}`}</span>
                    <input
                      type="checkbox"
                      checked={has(times, weekday, part)}
                      onChange={() => change({ freeTimes: toggled(times, weekday, part) })}
                    />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldGroup>
  );
}

function Place({ form, answers, change }: StepProps) {
  const { t, i18n } = useLingui();
  return (
    <NativeSelect
      label={t`离哪里近（可以不填）`}
      description={t`只用来找离您不远的孩子。不用写住址。`}
      size="md"
      value={answers.areaCode ?? ''}
      data={[
        { value: '', label: t`不在里面，或者不想说` },
        ...form.areas.map(({ code, name, nameEn }) => ({
          value: code,
          label: i18n.locale === 'en' && nameEn !== '' ? nameEn : name,
        })),
      ]}
      onChange={(event) => change({ areaCode: event.currentTarget.value })}
    />
  );
}

function Skills({ answers, change, missing }: StepProps) {
  const { t } = useLingui();
  return (
    <>
      <Pick
        label={t`会说的话`}
        table={LANGUAGES}
        picked={answers.languages ?? []}
        put={(languages) => change({ languages })}
        error={useMissing(missing)('languages')}
      />
      <Pick
        label={t`会做的事（可以不填）`}
        table={SKILLS}
        picked={answers.skills ?? []}
        put={(skills) => change({ skills })}
      />
    </>
  );
}

function Motive({ answers, change, missing }: StepProps) {
  const { t } = useLingui();
  return (
    <>
      <Textarea
        label={t`为什么想来陪孩子`}
        description={t`用您自己的话，几句就好。`}
        size="md"
        rows={5}
        maxLength={1000}
        value={answers.motive ?? ''}
        error={useMissing(missing)('motive')}
        onChange={(event) => change({ motive: event.currentTarget.value })}
      />
      <Textarea
        label={t`以前和孩子相处的经历（可以不填）`}
        size="md"
        rows={4}
        maxLength={1000}
        value={answers.experience ?? ''}
        onChange={(event) => change({ experience: event.currentTarget.value })}
      />
    </>
  );
}

/** A screen on which something is asked; the last one, which shows it all, is another. */
export type AskingStep = Exclude<ApplyStep, 'CHECK'>;

const FIELDS: Readonly<Record<AskingStep, ComponentType<StepProps>>> = {
  ABOUT: About,
  INTERESTS: Interests,
  TIMES: Times,
  PLACE: Place,
  SKILLS: Skills,
  MOTIVE: Motive,
  REFEREES: RefereeFields,
};

export function StepFields({ step, ...props }: StepProps & { readonly step: AskingStep }) {
  const Fields = FIELDS[step];
  return <Fields {...props} />;
}
