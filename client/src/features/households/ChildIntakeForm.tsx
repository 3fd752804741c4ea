import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { useMutation, useQuery } from 'urql';
import type {
  ChildCategory,
  DifficultyLevel,
  DiscoveryChannel,
  Need,
  Registration,
  SchoolStage,
} from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Checkbox, NativeSelect, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { problemsResolver } from '../../ui/form/problems.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import type { ChildIntakeCardProps } from './child-intake-props.js';
import { CHANGE_INTAKE } from './household-changes.js';
import { SCHOOL_NAMES } from './households.operations.js';
import styles from './households.module.css';
import { PRIORITIES, soonWords } from './need-words.js';
import { useFamilySave } from './use-family-save.js';
import { useFamilyWords } from './use-family-words.js';

interface Typed {
  readonly discoveryChannel: DiscoveryChannel | '';
  readonly referrer: string;
  readonly discoveredOn: string;
  readonly categories: ChildCategory[];
  readonly difficultyLevel: DifficultyLevel | '';
  readonly school: string;
  readonly schoolStage: SchoolStage | '';
  readonly registration: Registration | '';
  /** '' : not named. */
  readonly needs: Partial<Record<Need, string>>;
}
const resolver = problemsResolver<Typed>(({ discoveryChannel, referrer }) => [
  ...(discoveryChannel === '' ? (['discoveryChannel'] as const) : []),
  ...(referrer.trim() === '' ? (['referrer'] as const) : []),
]);

/** One channel and who brought the child; then what to know. */
export function ChildIntakeForm({ child, reload, close }: ChildIntakeCardProps & { readonly close: () => void }) {
  const { t, i18n } = useLingui();
  const words = useFamilyWords();
  const list = useId();
  const [{ data: schools }] = useQuery({ query: SCHOOL_NAMES });
  const [{ fetching }, change] = useMutation(CHANGE_INTAKE);
  const { problem, save } = useFamilySave(reload);
  const { intake, needsByPriority } = child;
  const form = useKeptForm<Typed>({
    draft: `intake.${child.id}`,
    resolver,
    defaultValues: {
      discoveryChannel: intake.discoveryChannel ?? '',
      referrer: intake.referrer ?? '',
      discoveredOn: intake.discoveredOn ?? '',
      categories: [...intake.categories],
      difficultyLevel: intake.difficultyLevel ?? '',
      school: '',
      schoolStage: intake.schoolStage ?? '',
      registration: intake.registration ?? '',
      needs: Object.fromEntries(needsByPriority.map(({ need, priority }) => [need, String(priority ?? 3)])),
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit((typed) => {
    if (typed.discoveryChannel === '') return undefined;
    const needs = Object.entries(typed.needs).flatMap(([need, priority]) =>
      priority ? [{ need: need as Need, priority: Number(priority) }] : [],
    );
    const input = {
      childId: child.id,
      version: intake.version,
      discoveryChannel: typed.discoveryChannel,
      referrer: typed.referrer.trim(),
      discoveredOn: typed.discoveredOn || null,
      categories: typed.categories,
      difficultyLevel: typed.difficultyLevel || null,
      school: typed.school.trim() || null,
      schoolStage: typed.schoolStage || null,
      registration: typed.registration || null,
      needs,
    };
    return save(() => change({ input }), {
      saved: t`记下了。`,
      done: () => {
        form.forget();
        close();
        reload();
      },
    });
  });
  const notYet = { value: '', label: t`还没有问` };
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>记下这些</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <NativeSelect
          label={t`从哪里认识`}
          description={t`只选一个，最先的那一个。`}
          data={[{ value: '', label: t`请选一个` }, ...words.channels]}
          error={errors.discoveryChannel ? t`请选一个。` : undefined}
          {...form.register('discoveryChannel')}
        />
        <TextInput
          label={t`谁介绍来的`}
          description={t`一个人，或者一个地方。`}
          error={errors.referrer ? t`请写下是谁介绍来的。` : undefined}
          autoComplete="off"
          {...form.register('referrer')}
        />
      </div>
      <TextInput type="date" label={t`哪一天`} {...form.register('discoveredOn')} />
      <div className={styles['pair']}>
        <TextInput
          label={t`学校`}
          description={t`空着就不改。`}
          list={list}
          autoComplete="off"
          {...form.register('school')}
        />
        <datalist id={list}>
          {(schools?.schoolNames ?? []).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <NativeSelect label={t`学段`} data={[notYet, ...words.stages]} {...form.register('schoolStage')} />
        <NativeSelect label={t`户籍`} data={[notYet, ...words.registrations]} {...form.register('registration')} />
        <NativeSelect label={t`怎样跟进`} data={[notYet, ...words.levels]} {...form.register('difficultyLevel')} />
      </div>
      <FieldGroup label={t`情况`} description={t`可以选几个。`}>
        <div className={styles['ticks']}>
          {words.categories.map(({ value, label }) => (
            <Checkbox key={value} label={label} value={value} {...form.register('categories')} />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup label={t`希望有人一起`} description={t`每一方面，什么时候好。`}>
        <div className={styles['pair']}>
          {words.needs.map(({ value, label }) => (
            <NativeSelect
              key={value}
              label={label}
              data={[
                { value: '', label: t`没有谈到` },
                ...PRIORITIES.map((one) => ({ value: String(one), label: i18n._(soonWords(one)) })),
              ]}
              {...form.register(`needs.${value as Need}`)}
            />
          ))}
        </div>
      </FieldGroup>
    </Form>
  );
}
