// What was typed on this device, and what of it the agency has already: nothing typed is lost, nothing older comes back.
import type { ApplicationAnswers } from '@tongxing/shared/rules';

export type AnswerField = keyof ApplicationAnswers;
export interface Draft {
  readonly code: string;
  /** Which agency, and by which link; only until the agency knows of it. */
  readonly agencyId?: string | undefined;
  readonly link?: string | undefined;
  readonly answers: ApplicationAnswers;
  /** What the agency has not got yet. */
  readonly changed: readonly AnswerField[];
  /** Whether the agency knows of it at all. */
  readonly begun: boolean;
}

export const newDraft = (code: string, agencyId?: string, link?: string): Draft => ({
  ...{ code, agencyId, link },
  ...{ answers: {}, changed: [], begun: false },
});

/** As it is after somebody typed. */
export function typed(draft: Draft, change: ApplicationAnswers): Draft {
  const fields = Object.keys(change) as AnswerField[];
  return {
    ...draft,
    answers: { ...draft.answers, ...change },
    changed: [...new Set([...draft.changed, ...fields])],
  };
}

/** What the agency holds, with what was typed here and has not arrived; on another device nothing was. */
export function together(code: string, held: ApplicationAnswers, draft: Draft | undefined): Draft {
  const own = draft?.changed ?? [];
  const mine = Object.fromEntries(own.map((field) => [field, draft?.answers[field]]));
  return { ...newDraft(code), answers: { ...held, ...mine }, changed: own, begun: true };
}

/** What is to be sent now. */
export const toSend = ({ answers, changed }: Draft): ApplicationAnswers =>
  Object.fromEntries(changed.map((field) => [field, answers[field]]));

/** After `sent` arrived: what was typed while it was on its way still has to go. */
export function arrived(draft: Draft, sent: ApplicationAnswers): Draft {
  const changed = draft.changed.filter((field) => !(field in sent) || !same(draft.answers[field], sent[field]));
  return { ...draft, changed, begun: true };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A draft as the device kept it; undefined where it holds something else. */
export function readDraft(text: string): Draft | undefined {
  try {
    const parsed = JSON.parse(text) as Partial<Draft> | null;
    if (typeof parsed?.code !== 'string' || typeof parsed.answers !== 'object') return undefined;
    const { code, agencyId, link, answers, changed = [], begun = false } = parsed;
    return { code, agencyId, link, answers, changed, begun };
  } catch {
    return undefined;
  }
}
