// The order in which talks are shown: what needs somebody first.
import type { SupervisionState } from '@tongxing/shared/states';

export interface ShownTalk {
  readonly id: string;
  readonly state: SupervisionState;
  readonly plannedOn: string;
  readonly mine: boolean;
}
export interface SortedTalks<Talk extends ShownTalk> {
  /** The day is past and nothing is written down. */
  readonly toWrite: readonly Talk[];
  readonly coming: readonly Talk[];
  /** Held, and something of it is open: a signature, or what was agreed. */
  readonly open: readonly Talk[];
  readonly past: readonly Talk[];
}

export function sortTalks<Talk extends ShownTalk>(talks: readonly Talk[], today: string): SortedTalks<Talk> {
  const soonest = [...talks].sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));
  const scheduled = soonest.filter(({ state }) => state === 'SCHEDULED');
  const isOpen = ({ state, mine }: Talk) => mine && ['HELD', 'SIGNED', 'ACTIONS_OPEN'].includes(state);
  return {
    toWrite: scheduled.filter(({ plannedOn }) => plannedOn <= today),
    coming: scheduled.filter(({ plannedOn }) => plannedOn > today),
    open: soonest.filter(isOpen),
    past: talks.filter((talk) => talk.state !== 'SCHEDULED' && !isOpen(talk)),
  };
}
