import type { ReactNode } from 'react';
import { FieldError, useField, type FieldWords } from './Field.js';
import styles from './fields.module.css';

/** Several ticks that answer one question. */
export function FieldGroup({ label, description, error, id, children }: FieldWords & { readonly children: ReactNode }) {
  const ties = useField({ id, description, error });
  return (
    <fieldset className={styles['group']} id={ties.id} aria-describedby={ties['aria-describedby']}>
      <legend className={styles['label']}>{label}</legend>
      {description ? (
        <p className={styles['about']} id={`${ties.id}-about`}>
          {description}
        </p>
      ) : null}
      {children}
      <FieldError id={ties.id} error={error} />
    </fieldset>
  );
}
