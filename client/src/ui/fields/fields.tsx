// The browser's own controls with our words and measures around them: a few hundred bytes, where the kit's take twenty
// thousand. Pages that phones open use these; names and props are the kit's, as far as they go.
import { useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { Field, FieldError, useField, type FieldWords } from './Field.js';
import styles from './fields.module.css';

interface Measure {
  /** `md` where the field is the page's main thing. */
  readonly size?: 'sm' | 'md';
}
type Control<Tag extends 'input' | 'textarea' | 'select'> = FieldWords &
  Measure &
  Omit<ComponentProps<Tag>, 'id' | 'size' | 'type'>;

export interface TextInputProps extends Control<'input'> {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'date' | 'time';
  /** A small sign at the field's start; the label still says it in words. */
  readonly leftSection?: ReactNode;
}

export function TextInput(props: TextInputProps) {
  const { label, description, error, id, size = 'sm', type = 'text', leftSection, ...rest } = props;
  const ties = useField({ id, description, error });
  return (
    <Field label={label} description={description} error={error} id={ties.id}>
      <div className={styles['lead']} data-led={leftSection !== undefined}>
        {leftSection}
        <input {...rest} {...ties} type={type} className={styles['control']} data-size={size} />
      </div>
    </Field>
  );
}

export function Textarea({ label, description, error, id, size = 'sm', rows = 3, ...rest }: Control<'textarea'>) {
  const ties = useField({ id, description, error });
  return (
    <Field label={label} description={description} error={error} id={ties.id}>
      <textarea {...rest} {...ties} rows={rows} className={styles['control']} data-size={size} />
    </Field>
  );
}

/** What is typed is hidden, until the eye is pressed. */
export function PasswordInput({ label, description, error, id, size = 'sm', ...rest }: Control<'input'>) {
  const { t } = useLingui();
  const ties = useField({ id, description, error });
  const [shown, setShown] = useState(false);
  const Eye = shown ? IconEyeOff : IconEye;
  return (
    <Field label={label} description={description} error={error} id={ties.id}>
      <div className={styles['inset']}>
        <input
          {...rest}
          {...ties}
          type={shown ? 'text' : 'password'}
          className={styles['control']}
          data-size={size}
          autoCapitalize="none"
          spellCheck={false}
        />
        <button
          type="button"
          className={styles['eye']}
          aria-label={t`显示或隐藏密码`}
          aria-pressed={shown}
          onClick={() => setShown((now) => !now)}
        >
          <Eye size={18} stroke={1.75} aria-hidden />
        </button>
      </div>
    </Field>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
  /** Where the label is in another language than the page: the name of a language in itself. */
  readonly lang?: string;
}
export interface NativeSelectProps extends Control<'select'> {
  readonly data?: readonly Option[];
}

export function NativeSelect(props: NativeSelectProps) {
  const { label, description, error, id, size = 'sm', data, children, ...rest } = props;
  const ties = useField({ id, description, error });
  return (
    <Field label={label} description={description} error={error} id={ties.id}>
      <div className={styles['inset']}>
        <select {...rest} {...ties} className={styles['control']} data-size={size}>
          {data?.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled} lang={option.lang}>
              {option.label}
            </option>
          ))}
          {children}
        </select>
        <IconChevronDown className={styles['chevron']} size={18} stroke={1.75} aria-hidden />
      </div>
    </Field>
  );
}

export const Checkbox = (props: Control<'input'>) => <Tick {...props} type="checkbox" />;
/** One of several answers: put them into a FieldGroup, with the same `name`. */
export const Radio = (props: Control<'input'>) => <Tick {...props} type="radio" />;

type TickProps = Control<'input'> & { readonly type: 'checkbox' | 'radio' };

function Tick({ label, description, error, id, size: _size, type, ...rest }: TickProps) {
  const ties = useField({ id, description, error });
  return (
    <div className={styles['field']}>
      <div className={styles['tick']}>
        <input {...rest} {...ties} type={type} />
        <label htmlFor={ties.id}>{label}</label>
      </div>
      {description ? (
        <p className={styles['about']} id={`${ties.id}-about`}>
          {description}
        </p>
      ) : null}
      <FieldError id={ties.id} error={error} />
    </div>
  );
}
