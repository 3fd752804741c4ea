// The board's left side: which proposal is open, and which comes next when one is decided or a key is pressed.
import type { ProposalState } from '../../gql/graphql.js';

export interface Listed {
  readonly id: string;
  readonly state: ProposalState;
}

/**
 * The proposal that the address names, else the first that waits, else the first. Where not all are listed yet, the one
 * of the address is open before its row is there: a long board is linked to as well.
 */
export function chosen(rows: readonly Listed[], id: string, isPart = false): Pick<Listed, 'id'> | undefined {
  if (isPart && id !== '' && !rows.some((row) => row.id === id)) return { id };
  return rows.find((row) => row.id === id) ?? rows.find(({ state }) => state === 'PROPOSED') ?? rows[0];
}

/** One step along the list; it stops at both ends. */
export function neighbour<Row extends Listed>(rows: readonly Row[], id: string, step: 1 | -1): Row | undefined {
  const at = rows.findIndex((row) => row.id === id);
  if (at === -1) return rows[0];
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))];
}

/** Where to go on after a decision: the next that waits below, else above; undefined once all are decided. */
export function nextWaiting<Row extends Listed>(rows: readonly Row[], decided: string): Row | undefined {
  const at = rows.findIndex(({ id }) => id === decided);
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return others.find(({ id, state }) => state === 'PROPOSED' && id !== decided);
}

const PROPOSAL_STATES: readonly ProposalState[] = ['PROPOSED', 'ACCEPTED', 'DECLINED', 'EXPIRED'];
export const proposalFilter = (value: string): ProposalState | null =>
  PROPOSAL_STATES.find((state) => state === value) ?? null;
export { PROPOSAL_STATES };
