// What makes a reason one: the server refuses by the same bounds.
import type { ProblemsOf } from '../../ui/form/problems.js';

export interface Reason {
  readonly reason: string;
}

const SHORTEST = 6;
const LONGEST = 500;

export const reasonProblems: ProblemsOf<Reason> = ({ reason }) => {
  const { length } = [...reason.trim()];
  return length >= SHORTEST && length <= LONGEST ? [] : ['reason'];
};
