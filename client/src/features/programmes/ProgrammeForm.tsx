import { Trans, useLingui } from '@lingui/react/macro';
import { CHILD_CATEGORIES, REGISTRATIONS, SCHOOL_STAGES, SERVICE_LEVELS, SUPPORT_KINDS } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { ProgrammeQuery } from '../../gql/graphql.js';
import { Checkbox, NativeSelect, Textarea, TextInput } from '../../ui/fields/fields.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { programmeFaults, toProgrammeInput, type ProgrammeField, type TypedProgramme } from './programme-form.js';
import { CHANGE_PROGRAMME, CREATE_PROGRAMME } from './programmes.operations.js';
import styles from './programmes.module.css';
import { useProgrammeWords } from './use-programme-words.js';

type Programme = NonNullable<ProgrammeQuery['programme']>;
export interface ProgrammeFormProps {
  /** Left out: a new one. */
  readonly programme?: Programme;
  readonly saved: () => void;
}

/** What a programme is for, whom it asks for, how many places it has, from when to when. */
export function ProgrammeForm({ programme, saved }: ProgrammeFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const words = useProgrammeWords();
  const { agency } = useViewer();
  const [creating, create] = useMutation(CREATE_PROGRAMME);
  const [changing, change] = useMutation(CHANGE_PROGRAMME);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<TypedProgramme>({
    draft: `programme.${programme?.id ?? 'new'}.${programme?.version ?? 0}`,
    defaultValues: { ...typedOf(programme, agency.today) },
  });
  const { errors } = form.formState;
  const faults: Readonly<Partial<Record<ProgrammeField, string>>> = {
    name: t`请写一个名字，不超过 60 个字，也不要和别的项目一样。`,
    level: t`请选一个层面。`,
    support: t`请选一种支持。`,
    places: t`请写一个整数，不限就空着。`,
    startsOn: t`请写开始的日子。`,
    endsOn: t`请写开始以后的日子，没有结束就空着。`,
    minAge: t`请写 0 到 25 的整数，不限就空着。`,
    maxAge: t`请写不小于最小年龄的整数，不限就空着。`,
  };
  const show = (fields: readonly string[]): void => {
    for (const [field, message] of Object.entries(faults)) {
      if (fields.includes(field)) form.setError(field as ProgrammeField, { message });
    }
  };

  const submit = form.handleSubmit(async (typed) => {
    setProblem(null);
    const input = toProgrammeInput(typed);
    if (!input) return show(programmeFaults(typed));
    const answer = programme
      ? await change({ input: { ...input, programmeId: programme.id, version: programme.version } })
      : await create({ input });
    if (!answer.data) return setProblem(<RequestFault error={answer.error} />);
    const result = 'createProgramme' in answer.data ? answer.data.createProgramme : answer.data.changeProgramme;
    switch (result.__typename) {
      case 'Programme':
        form.forget();
        if (!programme) form.reset(typedOf(undefined, agency.today));
        toast({ message: t`项目保存好了，写进了操作记录。` });
        return saved();
      case 'InvalidInput':
        return show(result.fields.map(({ field }) => field));
      case 'NotFound':
      case 'StaleVersion':
        return setProblem(<CommonRefusal kind={result.__typename} reload={saved} />);
    }
  });
  const choices = (table: readonly { readonly code: string }[], say: (code: string) => string) => [
    { value: '', label: t`请选一个` },
    ...table.map(({ code }) => ({ value: code, label: say(code) })),
  ];
  const ticks = (
    name: 'schoolStages' | 'registrations' | 'categoriesAny',
    table: readonly { readonly code: string }[],
    say: (code: string) => string,
  ) => (
    <div className={styles['ticks']}>
      {table.map(({ code }) => (
        <Checkbox key={code} label={say(code)} value={code} {...form.register(name)} />
      ))}
    </div>
  );

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={programme ? <Trans>保存项目</Trans> : <Trans>设立项目</Trans>}
      busy={creating.fetching || changing.fetching}
      problem={problem}
    >
      <TextInput label={t`项目的名字`} autoComplete="off" error={errors.name?.message} {...form.register('name')} />
      <TextInput label={t`英文名字`} description={t`可以空着。`} autoComplete="off" {...form.register('nameEn')} />
      <Textarea
        label={t`为了什么`}
        description={t`可以空着，不超过 300 个字。`}
        maxLength={300}
        {...form.register('purpose')}
      />
      <div className={styles['pair']}>
        <NativeSelect
          label={t`在哪个层面`}
          data={choices(SERVICE_LEVELS, words.level)}
          error={errors.level?.message}
          {...form.register('level')}
        />
        <NativeSelect
          label={t`哪种支持`}
          data={choices(SUPPORT_KINDS, words.support)}
          error={errors.support?.message}
          {...form.register('support')}
        />
        <TextInput type="date" label={t`从哪天起`} error={errors.startsOn?.message} {...form.register('startsOn')} />
        <TextInput
          type="date"
          label={t`到哪天为止`}
          description={t`没有结束就空着。`}
          error={errors.endsOn?.message}
          {...form.register('endsOn')}
        />
        <TextInput
          label={t`几个名额`}
          description={t`不限就空着。`}
          inputMode="numeric"
          error={errors.places?.message}
          {...form.register('places')}
        />
        <TextInput
          label={t`最小年龄`}
          description={t`不限就空着。`}
          inputMode="numeric"
          error={errors.minAge?.message}
          {...form.register('minAge')}
        />
        <TextInput
          label={t`最大年龄`}
          description={t`不限就空着。`}
          inputMode="numeric"
          error={errors.maxAge?.message}
          {...form.register('maxAge')}
        />
      </div>
      <FieldGroup label={t`学段`} description={t`一个也不勾，就不问学段。`}>
        {ticks('schoolStages', SCHOOL_STAGES, words.stage)}
        <Checkbox label={t`暂时没有上学的孩子也欢迎`} {...form.register('allowOutOfSchool')} />
      </FieldGroup>
      <FieldGroup label={t`户籍`} description={t`一个也不勾，就不问户籍。`}>
        {ticks('registrations', REGISTRATIONS, words.registration)}
      </FieldGroup>
      <FieldGroup label={t`孩子的情况`} description={t`有其中一种就可以；一个也不勾，就不问。`}>
        {ticks('categoriesAny', CHILD_CATEGORIES, words.category)}
      </FieldGroup>
    </Form>
  );
}

function typedOf(programme: Programme | undefined, today: string): TypedProgramme {
  const { criteria } = programme ?? {};
  const text = (value: number | null | undefined): string => (value == null ? '' : String(value));
  return {
    name: programme?.name ?? '',
    nameEn: programme?.nameEn ?? '',
    purpose: programme?.purpose ?? '',
    level: programme?.level ?? '',
    support: programme?.support ?? '',
    places: text(programme?.places),
    startsOn: programme?.startsOn ?? today,
    endsOn: programme?.endsOn ?? '',
    minAge: text(criteria?.minAge),
    maxAge: text(criteria?.maxAge),
    schoolStages: [...(criteria?.schoolStages ?? [])],
    allowOutOfSchool: criteria?.allowOutOfSchool ?? false,
    registrations: [...(criteria?.registrations ?? [])],
    categoriesAny: [...(criteria?.categoriesAny ?? [])],
  };
}
