import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const WORDS: Readonly<Record<number, MessageDescriptor>> = {
  1: msg`可以慢慢来`,
  2: msg`不着急`,
  3: msg`按顺序来`,
  4: msg`希望早一些`,
  5: msg`希望尽快`,
};

/** How soon something is wished for, in words; never a number on a family. */
export const soonWords = (priority: number): MessageDescriptor => WORDS[priority] ?? msg`按顺序来`;
export const PRIORITIES = [5, 4, 3, 2, 1] as const;
