// One pair as the rest of the server has it, opened, and what may be written of it in a step.
import type { AgencyId, ChildId, CompanionshipId, LocalDate, PersonId, VolunteerId } from '@tongxing/shared/kernel';
import type { WeeklyTime } from '@tongxing/shared/matching';
import type { CompanionshipState } from '@tongxing/shared/states';
import type { NotFoundError, StaleVersionError, TransitionError } from '../../platform/graphql/index.js';
import type { Companionship } from './companionship.entity.js';
import type { CoverEnd } from './cover-end.js';
import type { EndCause } from './end-cause.js';

export interface Plan {
  readonly taskGoal: string;
  readonly processGoal: string;
  readonly meetingPlace: string;
  readonly contactsPerMonth: number;
}
export interface Cover {
  readonly of: CompanionshipId;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly end?: CoverEnd | undefined;
}
export interface CompanionshipView {
  readonly id: CompanionshipId;
  readonly agencyId: AgencyId;
  readonly proposalId: string;
  readonly volunteerId: VolunteerId;
  readonly childId: ChildId;
  readonly workerId: PersonId;
  readonly state: CompanionshipState;
  readonly version: number;
  readonly conductAcceptedOn?: LocalDate | undefined;
  readonly startsOn?: LocalDate | undefined;
  readonly endedOn?: LocalDate | undefined;
  readonly endCause?: EndCause | undefined;
  readonly restartOfId?: CompanionshipId | undefined;
  readonly handedOnFromId?: CompanionshipId | undefined;
  /** Of somebody who stands in: for which pair, and its first and last day (ADR 0044). */
  readonly cover?: Cover | undefined;
  readonly absentOn?: LocalDate | undefined;
  readonly nextContactOn?: LocalDate | undefined;
  readonly familyStoppedAt?: string | undefined;
  readonly reason?: string | undefined;
  readonly plan?: (Plan & { readonly approvedBy: PersonId; readonly approvedOn: LocalDate }) | undefined;
  readonly commonTimes: readonly WeeklyTime[];
}
/** Columns that a step may write besides the state. */
export type StepChange = Partial<
  Pick<
    Companionship,
    | 'answeredAt'
    | 'conductAcceptedOn'
    | 'conductVersion'
    | 'startsOn'
    | 'endedOn'
    | 'endCause'
    | 'closingTalkOn'
    | 'coverEnd'
    | 'absentOn'
    | 'nextContactOn'
    | 'familyStoppedAt'
    | 'planApprovedBy'
    | 'planApprovedOn'
  >
> & { readonly reason?: string; readonly plan?: Plan };
export type StepError = NotFoundError | StaleVersionError | TransitionError;
/** Hears of every change of a pair, whoever made it and by whichever path; inside the same unit of work. */
export type PairListener = (before: CompanionshipView, after: CompanionshipView) => Promise<void>;
