import { useEffect } from 'react';
import { useForm, type DefaultValues, type FieldValues, type UseFormProps, type UseFormReturn } from 'react-hook-form';
import { dropDraft, keepDraft, readDraft } from './draft.js';

export interface KeptFormOptions<Values extends FieldValues> extends Omit<UseFormProps<Values>, 'defaultValues'> {
  /** Name of the draft; include the record's id where the form edits one. */
  readonly draft: string;
  readonly defaultValues: DefaultValues<Values>;
  /** Fields that must not be kept, such as passwords. */
  readonly secret?: readonly (keyof Values & string)[];
}

const NOTHING_SECRET: readonly string[] = [];

/** As useForm, but what was typed is kept until `forget` says that it has arrived. */
export function useKeptForm<Values extends FieldValues>(
  options: KeptFormOptions<Values>,
): UseFormReturn<Values> & { readonly forget: () => void } {
  const { draft, defaultValues, secret = NOTHING_SECRET, ...rest } = options;
  const form = useForm<Values>({ ...rest, defaultValues: { ...defaultValues, ...readDraft(sessionStorage, draft) } });
  const { subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => keepDraft(sessionStorage, draft, values, secret),
      }),
    [subscribe, draft, secret],
  );
  return { ...form, forget: () => dropDraft(sessionStorage, draft) };
}
