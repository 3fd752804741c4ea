import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import type { Area } from './AreaMap.js';
import { ADD_AREA, CHANGE_AREA } from './areas.operations.js';
import styles from './areas.module.css';

interface Typed {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly x: string;
  readonly y: string;
}
export interface AreaFormProps {
  /** Left out: a new one. */
  readonly area?: Area;
  readonly reload: () => void;
}

const METRES = /^-?\d{1,7}$/;

/** An area's names and its place; the code is as rosters write it and stays. */
export function AreaForm({ area, reload }: AreaFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [adding, add] = useMutation(ADD_AREA);
  const [changing, change] = useMutation(CHANGE_AREA);
  const [problem, setProblem] = useState<ReactNode>(null);
  const start: Typed = area
    ? { ...area, x: String(area.x), y: String(area.y) }
    : { code: '', name: '', nameEn: '', x: '', y: '' };
  const form = useKeptForm<Typed>({ draft: `area.${area?.id ?? 'new'}.${area?.version ?? 0}`, defaultValues: start });
  const { errors } = form.formState;
  const metres = t`请写整数，单位是米，不超过一百万。`;
  const faults = {
    code: t`请写一个没有用过的代码，不超过 20 个字。`,
    name: t`请写名字，不超过 60 个字。`,
    nameEn: t`请不超过 60 个字。`,
    x: metres,
    y: metres,
  };

  const submit = form.handleSubmit(async ({ code, name, nameEn, ...place }) => {
    setProblem(null);
    const fields = { name, nameEn, x: Number(place.x), y: Number(place.y) };
    const answer = area
      ? await change({ input: { ...fields, serviceAreaId: area.id, version: area.version } })
      : await add({ input: { ...fields, code } });
    if (!answer.data) return setProblem(<RequestFault error={answer.error} />);
    const result = 'addServiceArea' in answer.data ? answer.data.addServiceArea : answer.data.changeServiceArea;
    switch (result.__typename) {
      case 'ServiceAreas':
        form.forget();
        if (!area) form.reset(start);
        toast({ message: t`保存好了，写进了操作记录。` });
        return reload();
      case 'InvalidInput':
        for (const [field, message] of Object.entries(faults)) {
          if (result.fields.some((one) => one.field === field)) form.setError(field as keyof Typed, { message });
        }
        return;
      case 'NotFound':
      case 'StaleVersion':
        return setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
    }
  });

  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={area ? <Trans>保存区域</Trans> : <Trans>加这个区域</Trans>}
      busy={adding.fetching || changing.fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        {area ? null : (
          <TextInput
            label={t`代码`}
            description={t`名单里怎么写，这里就怎么写；以后不能改。`}
            autoComplete="off"
            error={errors.code?.message}
            {...form.register('code', { validate: (typed) => typed.trim() !== '' || faults.code })}
          />
        )}
        <TextInput
          label={t`名字`}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name', { validate: (typed) => typed.trim() !== '' || faults.name })}
        />
        <TextInput
          label={t`英文名字`}
          description={t`可以空着。`}
          autoComplete="off"
          error={errors.nameEn?.message}
          {...form.register('nameEn')}
        />
        <TextInput
          label={t`向东多少米`}
          description={t`从机构自己选的一点算起，向西写负数。`}
          error={errors.x?.message}
          {...form.register('x', { validate: (typed) => METRES.test(typed.trim()) || metres })}
        />
        <TextInput
          label={t`向北多少米`}
          description={t`向南写负数。`}
          error={errors.y?.message}
          {...form.register('y', { validate: (typed) => METRES.test(typed.trim()) || metres })}
        />
      </div>
    </Form>
  );
}
