import { Trans, useLingui } from '@lingui/react/macro';
import { COURSE_LESSONS, SERVICE_TASKS } from '@tongxing/shared/rules';
import type { ReactNode } from 'react';
import type { CourseKind, CourseWay } from '../../gql/graphql.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Checkbox, Radio, Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { isValidity, type TypedCourse } from './course-form.js';
import { KIND, KIND_MEANS, LESSONS, TASK, WAY } from './training-words.js';
import styles from './training.module.css';

interface CourseFormProps {
  readonly draft: string;
  readonly start: TypedCourse;
  readonly submitLabel: ReactNode;
  readonly busy: boolean;
  readonly problem: ReactNode;
  readonly send: (typed: TypedCourse, forget: () => void) => Promise<void>;
}

/** What a course is: what it is called, what for, how it is given, and for how long it counts. */
export function CourseForm({ draft, start, submitLabel, busy, problem, send }: CourseFormProps) {
  const { t, i18n } = useLingui();
  const { register, handleSubmit, watch, forget, formState } = useKeptForm<TypedCourse>({
    draft,
    defaultValues: { ...start, tasks: [...start.tasks] },
  });
  const { errors } = formState;
  const submit = handleSubmit((typed) => send(typed, forget));
  return (
    <Form onSubmit={(event) => void submit(event)} submitLabel={submitLabel} busy={busy} problem={problem}>
      <TextInput
        label={t`课程名称`}
        maxLength={80}
        error={errors.title ? t`请写一个名称。` : undefined}
        {...register('title', { validate: (title) => title.trim() !== '' })}
      />
      <Textarea
        label={t`学什么`}
        rows={3}
        maxLength={1000}
        error={errors.about ? t`请写几句学什么，志愿者报名前会看。` : undefined}
        {...register('about', { validate: (about) => about.trim() !== '' })}
      />
      <FieldGroup label={t`什么时候学`}>
        {(Object.keys(KIND) as CourseKind[]).map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={i18n._(KIND[kind])}
            description={i18n._(KIND_MEANS[kind])}
            {...register('kind')}
          />
        ))}
      </FieldGroup>
      <FieldGroup
        label={t`学完可以做什么`}
        description={t`准入条件只看对得上的培训：只为活动开的课，不能让人一对一陪伴孩子。`}
        error={errors.tasks ? t`请至少选一样。` : undefined}
      >
        {SERVICE_TASKS.map((task) => (
          <Checkbox
            key={task}
            label={i18n._(TASK[task])}
            value={task}
            {...register('tasks', { validate: (tasks) => tasks.length > 0 })}
          />
        ))}
      </FieldGroup>
      <FieldGroup label={t`怎么学`}>
        {(Object.keys(WAY) as CourseWay[]).map((way) => (
          <Radio key={way} value={way} label={i18n._(WAY[way])} {...register('way')} />
        ))}
      </FieldGroup>
      {watch('way') === 'SESSIONS' ? null : (
        <FieldGroup label={t`手机上学哪些课`} description={t`平台带来的课，两种语言都有。`}>
          {COURSE_LESSONS.map((lessons) => (
            <Radio key={lessons} value={lessons} label={i18n._(LESSONS[lessons])} {...register('lessons')} />
          ))}
        </FieldGroup>
      )}
      <div className={styles['pair']}>
        <TextInput
          label={t`有效几个月`}
          description={t`空着就按机构设置里的天数。`}
          inputMode="numeric"
          error={errors.validMonths ? t`请写 1 到 60 的整数，或者空着。` : undefined}
          {...register('validMonths', { validate: isValidity })}
        />
      </div>
    </Form>
  );
}

/** Somebody else changed it, or a field cannot be kept: what was typed stays. */
export function CourseRefusal({ stale }: { readonly stale: boolean }) {
  return stale ? (
    <Trans>这门课程刚刚有人改过。请刷新页面看一看，您填写的还在。</Trans>
  ) : (
    <Trans>有的地方填得还不对，请再看一看。</Trans>
  );
}
