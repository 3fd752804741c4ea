// Where a companionship stands on its way (SM13), and what has happened so far.
import type { ChildAnswer, CompanionshipState } from '../../gql/graphql.js';

export const STAGES = ['PROPOSED', 'VOLUNTEER', 'FAMILY', 'TOGETHER', 'ENDED'] as const;
export type Stage = (typeof STAGES)[number];
export interface StageAt {
  readonly stage: Stage;
  readonly at: 'done' | 'now' | 'ahead';
}

/** The stage that a state is in; all stages before it are done. */
const PRESENT: Readonly<Record<CompanionshipState, Stage>> = {
  ACCEPTED: 'VOLUNTEER',
  VOLUNTEER_DECLINED: 'VOLUNTEER',
  VOLUNTEER_AGREED: 'FAMILY',
  FAMILY_CONSENTED: 'TOGETHER',
  ACTIVE: 'TOGETHER',
  PAUSED: 'TOGETHER',
  ENDED: 'ENDED',
};

export interface PathFacts {
  readonly state: CompanionshipState;
  readonly startsOn?: string | null | undefined;
  readonly consent?: { readonly givenOn: string } | null | undefined;
}

/** The steps of the way. An end before the start leaves the steps in between undone: they never happened. */
export function stagesOf({ state, startsOn, consent }: PathFacts): readonly StageAt[] {
  const now = STAGES.indexOf(PRESENT[state]);
  const skipped = (stage: Stage): boolean =>
    state === 'ENDED' && ((stage === 'TOGETHER' && !startsOn) || (stage === 'FAMILY' && !consent));
  return STAGES.map((stage, index) => {
    if (index === now) return { stage, at: 'now' };
    return { stage, at: index < now && !skipped(stage) ? 'done' : 'ahead' };
  });
}

export type MomentKind = 'AGREEMENT' | 'CONSENT' | 'CHILD' | 'PLAN' | 'START' | 'WITHDRAWN' | 'END';
export interface Moment {
  readonly kind: MomentKind;
  readonly on: string;
  /** Still to come. */
  readonly ahead: boolean;
}

export interface TimelineFacts {
  readonly startsOn?: string | null | undefined;
  readonly endedOn?: string | null | undefined;
  readonly plan?: { readonly approvedOn: string } | null | undefined;
  readonly consent?:
    | {
        readonly serviceAgreementSignedOn: string;
        readonly givenOn: string;
        readonly withdrawnOn?: string | null | undefined;
        readonly childAnswer: ChildAnswer;
        readonly childAnsweredOn?: string | null | undefined;
      }
    | null
    | undefined;
}

/** What happened, oldest first; moments of one day in the order in which they must follow. */
export function timelineOf({ consent, plan, startsOn, endedOn }: TimelineFacts, today: string): readonly Moment[] {
  const days: readonly (readonly [MomentKind, string | null | undefined])[] = [
    ['AGREEMENT', consent?.serviceAgreementSignedOn],
    ['CONSENT', consent?.givenOn],
    ['CHILD', consent?.childAnsweredOn],
    ['PLAN', plan?.approvedOn],
    ['START', startsOn],
    ['WITHDRAWN', consent?.withdrawnOn],
    ['END', endedOn],
  ];
  return days
    .flatMap(([kind, on]) => (on ? [{ kind, on, ahead: on > today }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export const STATES: readonly CompanionshipState[] = [
  'ACCEPTED',
  'VOLUNTEER_AGREED',
  'FAMILY_CONSENTED',
  'ACTIVE',
  'PAUSED',
  'ENDED',
  'VOLUNTEER_DECLINED',
];

/** The state that an address asks for; null, and so every state, for anything else. */
export function stateFilter(value: string): CompanionshipState | null {
  return STATES.find((state) => state === value) ?? null;
}
