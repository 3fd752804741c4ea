import { useId, type ReactNode } from 'react';
import styles from './fields.module.css';

/** What every field may say around its control. */
export interface FieldWords {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** What needs another look, and how to mend it. */
  readonly error?: ReactNode;
  readonly id?: string | undefined;
}

/** What ties a control to its words, for those who hear them. */
export interface ControlTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export function useField({ id, description, error }: Omit<FieldWords, 'label'>): ControlTies {
  const made = useId();
  const own = id ?? made;
  const described = [description ? `${own}-about` : '', error ? `${own}-error` : ''].filter(Boolean).join(' ');
  return {
    id: own,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error ? true : undefined,
  };
}

/** A label above its control; the description before it, since it is read before one types. */
export function Field({
  id,
  label,
  description,
  error,
  children,
}: FieldWords & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {description ? (
        <p className={styles['about']} id={`${id}-about`}>
          {description}
        </p>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { readonly id: string; readonly error: ReactNode }) {
  return error ? (
    <p className={styles['error']} id={`${id}-error`}>
      {error}
    </p>
  ) : null;
}
