import { useLingui } from '@lingui/react';
import type { LocalDate } from '@tongxing/shared/kernel';
import type { ApplicationAnswers, MissingField } from '@tongxing/shared/rules';
import type { Apply_FormFragment } from '../../gql/graphql.js';
import { MISSING } from './applying-words.js';

export interface StepProps {
  readonly form: Apply_FormFragment;
  readonly answers: ApplicationAnswers;
  readonly change: (change: ApplicationAnswers) => void;
  /** What is still missing on this screen, once somebody wanted to go on. */
  readonly missing: readonly MissingField[];
  readonly today: LocalDate;
}

/** The words for what is missing in a field; undefined where nothing is. */
export function useMissing(missing: readonly MissingField[]) {
  const { i18n } = useLingui();
  return (field: MissingField): string | undefined => (missing.includes(field) ? i18n._(MISSING[field]) : undefined);
}
