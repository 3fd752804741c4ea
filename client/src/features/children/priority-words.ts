import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const PRIORITIES: Readonly<Record<number, MessageDescriptor>> = {
  1: msg`可以慢慢来`,
  2: msg`不着急`,
  3: msg`按顺序安排`,
  4: msg`希望早一些`,
  5: msg`希望尽快`,
};

/** How soon somebody is wished for, in words; never a number on a child. */
export function priorityWords(priority: number): MessageDescriptor {
  return PRIORITIES[Math.min(5, Math.max(1, Math.round(priority)))] ?? msg`按顺序安排`;
}
