import { APPLY_STEPS, type ApplyStep } from '@tongxing/shared/rules';

/** The screen that an address names; the first where it names none. */
export const stepOf = (typed: string | null): ApplyStep =>
  APPLY_STEPS.find((step) => step.toLowerCase() === typed) ?? 'ABOUT';
