// What a lesson of an online course is made of; all text in both languages.
import type { ConductRule } from '@tongxing/shared/rules';

export interface Words {
  readonly zh: string;
  readonly en: string;
}
/** A paragraph: plain text, what to do, what never to do, or a short scene from practice. */
export interface Passage {
  readonly kind: 'TEXT' | 'DO' | 'NEVER' | 'SCENE';
  readonly text: Words;
}
export interface QuizOption {
  readonly key: 'A' | 'B' | 'C';
  readonly text: Words;
  readonly right: boolean;
  /** Said after it was chosen, whether right or not. */
  readonly why: Words;
}
/** One question; exactly one of its options is right. */
export interface QuizQuestion {
  readonly key: string;
  readonly ask: Words;
  readonly options: readonly QuizOption[];
}
export interface Lesson {
  readonly key: string;
  readonly title: Words;
  /** How long reading and answering take, unhurried. */
  readonly minutes: number;
  /** The rules of one-to-one contact (H25) that this lesson explains. */
  readonly rules: readonly ConductRule[];
  readonly passages: readonly Passage[];
  readonly quiz: readonly QuizQuestion[];
}

export const text = (zh: string, en: string): Passage => ({ kind: 'TEXT', text: { zh, en } });
export const doThis = (zh: string, en: string): Passage => ({ kind: 'DO', text: { zh, en } });
export const never = (zh: string, en: string): Passage => ({ kind: 'NEVER', text: { zh, en } });
export const scene = (zh: string, en: string): Passage => ({ kind: 'SCENE', text: { zh, en } });

/** The option that is right. */
export const right = (key: QuizOption['key'], zh: string, en: string, whyZh: string, whyEn: string): QuizOption => ({
  key,
  text: { zh, en },
  right: true,
  why: { zh: whyZh, en: whyEn },
});
/** An option that many would choose, and why it does not serve the child. */
export const wrong = (key: QuizOption['key'], zh: string, en: string, whyZh: string, whyEn: string): QuizOption => ({
  ...right(key, zh, en, whyZh, whyEn),
  right: false,
});
