import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useMutation } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { Talk_SessionFragment } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox, NativeSelect, Textarea, TextInput } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useKeptForm } from '../../ui/form/use-kept-form.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { blankAction, toHeld, toValues, type HeldValues } from './hold-form.js';
import { HOLD } from './supervision.operations.js';
import { WELLBEING } from './supervision-words.js';
import styles from './supervision.module.css';

interface HoldFormProps {
  readonly talk: Talk_SessionFragment;
  readonly reload: () => void;
}

/** What was said, how each one is, what goes well and what was agreed; sending it is the signature of whoever leads. */
export function HoldForm({ talk, reload }: HoldFormProps) {
  const { t } = useLingui();
  const { today } = useViewer().agency;
  const toast = useToast();
  const [{ fetching }, hold] = useMutation(HOLD);
  const [problem, setProblem] = useState<ReactNode>(null);
  const form = useKeptForm<HeldValues>({
    draft: `supervision.hold.${talk.id}.${String(talk.version)}`,
    defaultValues: toValues(talk, today),
  });
  const { register, handleSubmit, forget, control, formState } = form;
  const actions = useFieldArray({ control, name: 'actions' });
  const submit = handleSubmit(async (values) => {
    setProblem(null);
    const { data, error } = await hold({ input: toHeld(talk, values) });
    const outcome = data?.holdSupervision;
    if (!outcome) return setProblem(<RequestFault error={error} />);
    if (outcome.__typename === 'SupervisionSession') {
      forget();
      toast({ message: t`写好了，也算您签了名。来的人会收到消息去看和签名。` });
      return reload();
    }
    if (outcome.__typename === 'InvalidInput') {
      return setProblem(
        <Trans>请看看：日子在最近六十天里、不晚于今天；至少有一个人来了；说好的事写了哪天以前。</Trans>,
      );
    }
    toast({ tone: 'danger', message: t`这次会谈刚刚有了变化，请再看一看。` });
    reload();
  });
  const who = [
    { value: '', label: t`我来做` },
    ...talk.seats.map(({ volunteerId, name }) => ({ value: volunteerId, label: name })),
  ];
  return (
    <Form
      onSubmit={(event) => void submit(event)}
      submitLabel={<Trans>写好并签名</Trans>}
      busy={fetching}
      problem={problem}
    >
      <div className={styles['pair']}>
        <TextInput type="date" label={t`哪天谈的`} max={today} {...register('heldOn', { required: true })} />
        <TextInput
          type="number"
          label={t`多少分钟`}
          min={1}
          max={600}
          inputMode="numeric"
          {...register('minutes', { required: true })}
        />
      </div>
      <Textarea
        label={t`谈了什么`}
        description={t`来的人都看得到。孩子用化名。`}
        rows={4}
        maxLength={2000}
        error={formState.errors.topics ? t`请写几个字。` : undefined}
        {...register('topics', { validate: (text) => text.trim() !== '' })}
      />
      {talk.seats.map((seat, index) => (
        <SeatFields key={seat.volunteerId} name={seat.name} index={index} form={form} several={talk.seats.length > 1} />
      ))}
      <fieldset className={styles['seat']}>
        <legend>
          <Trans>说好的事</Trans>
        </legend>
        {actions.fields.map((field, index) => (
          <div key={field.id} className={styles['fields']}>
            <TextInput label={t`做什么`} maxLength={200} {...register(`actions.${index}.text`)} />
            <div className={styles['pair']}>
              <NativeSelect label={t`谁来做`} data={who} {...register(`actions.${index}.volunteerId`)} />
              <TextInput type="date" label={t`哪天以前`} {...register(`actions.${index}.dueOn`)} />
            </div>
          </div>
        ))}
        <div>
          <Button variant="default" onClick={() => actions.append(blankAction(today))}>
            <Trans>再加一件</Trans>
          </Button>
        </div>
      </fieldset>
    </Form>
  );
}

interface SeatFieldsProps {
  readonly name: string;
  readonly index: number;
  readonly several: boolean;
  readonly form: ReturnType<typeof useKeptForm<HeldValues>>;
}

function SeatFields({ name, index, several, form }: SeatFieldsProps) {
  const { t, i18n } = useLingui();
  const { register } = form;
  const choices = [
    { value: '', label: t`不记` },
    ...WELLBEING.map((word, step) => ({ value: String(step), label: i18n._(word) })),
  ];
  return (
    <fieldset className={styles['seat']}>
      <legend>{name}</legend>
      {several ? <Checkbox label={t`${name}来了`} {...register(`seats.${index}.came`)} /> : null}
      <NativeSelect label={t`这段时间怎么样`} data={choices} {...register(`seats.${index}.wellbeing`)} />
      <Textarea label={t`做得好的`} rows={2} maxLength={2000} {...register(`seats.${index}.praise`)} />
      <Textarea
        label={t`关于怎么样，再记几句`}
        description={t`只有您和这位志愿者看得到，负责人和以后的督导都看不到。`}
        rows={2}
        maxLength={2000}
        {...register(`seats.${index}.note`)}
      />
    </fieldset>
  );
}
