import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import { standingOf } from '@tongxing/shared/rules';
import { Applications } from '../applications/index.js';
import { Children, FileAccesses } from '../children/index.js';
import { RosterImports } from '../imports/index.js';
import { CompanionshipsRepository, CoverRows, Proposals, Tellings } from '../matching/index.js';
import { Packs } from '../packs/index.js';
import { Agencies, ChecksDue, KeptChecks, StaffCredentials, Volunteers } from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { RightsAnswers } from '../rights/index.js';
import { Concerns } from '../safeguarding/index.js';
import { TeamBookings } from '../teams/index.js';

export interface TodayView {
  readonly concernsOpen: number;
  readonly childrenToTell: number;
  readonly contactsOverdue: number;
  readonly credentialsDueSoon: number;
  readonly proposalsToDecide: number;
  readonly fileRequestsToDecide: number;
  readonly rightsWaiting: number;
  readonly teamsWaiting: number;
  readonly companionshipsAwaitingVolunteer: number;
  readonly companionshipsAwaitingFamily: number;
  readonly companionshipsReadyToStart: number;
  readonly companionshipsPaused: number;
  readonly companionshipsUncovered: number;
  readonly uncoveredSince: LocalDate | null;
  readonly batchesInProgress: number;
  readonly batchesToConfirm: number;
  readonly checksDueSoon: number;
  readonly volunteersReady: number;
  readonly volunteersTotal: number;
  readonly childrenWaiting: number;
  readonly packsToSend: number;
  readonly applicationsWaiting: number;
  readonly colleagueChecksDue: number;
  readonly checkPapersHere: number;
}

/** What needs somebody at the agency now, counted. */
@Injectable()
export class Today {
  constructor(
    private readonly agencies: Agencies,
    private readonly volunteers: Volunteers,
    private readonly children: Children,
    private readonly files: FileAccesses,
    private readonly rights: RightsAnswers,
    private readonly imports: RosterImports,
    private readonly proposals: Proposals,
    private readonly companionships: CompanionshipsRepository,
    private readonly covers: CoverRows,
    private readonly tellings: Tellings,
    private readonly concerns: Concerns,
    private readonly credentials: StaffCredentials,
    private readonly packs: Packs,
    private readonly applications: Applications,
    private readonly teamBookings: TeamBookings,
    private readonly checksDue: ChecksDue,
    private readonly keptChecks: KeptChecks,
  ) {}

  /** Each number over the rows that the actor may see behind it. */
  async of(actor: PersonActor): Promise<TodayView> {
    const within = rowsFor(actor, 'companionship.read');
    const { agencyId } = within;
    const judged = await this.volunteers.judged(within, await this.agencies.today(agencyId));
    const pairs = await this.companionships.countByState(within);
    const batches = await this.imports.countByState(actor, within);
    const today = await this.agencies.today(agencyId);
    const mayCheck = actor.permissions.has('screening.record');
    return {
      colleagueChecksDue: mayCheck ? await this.checksDue.countColleagues(actor) : 0,
      checkPapersHere: mayCheck ? (await this.keptChecks.papersHere(actor)).length : 0,
      applicationsWaiting: await this.applications.countWaiting(actor),
      packsToSend: await this.packs.countWaiting(agencyId),
      concernsOpen: await this.concerns.countOpen(actor),
      childrenToTell: await this.tellings.countOpen(within),
      contactsOverdue: await this.companionships.count(within, { contactDueBefore: today }),
      credentialsDueSoon: await this.credentials.countDueSoon(agencyId),
      proposalsToDecide: await this.proposals.countOpen(within),
      rightsWaiting: await this.rights.countOpen(actor),
      teamsWaiting: actor.permissions.has('team.decide') ? await this.teamBookings.countRequested(agencyId) : 0,
      fileRequestsToDecide: await this.files.countPending(actor),
      companionshipsAwaitingVolunteer: pairs.get('ACCEPTED') ?? 0,
      companionshipsAwaitingFamily: pairs.get('VOLUNTEER_AGREED') ?? 0,
      companionshipsReadyToStart: pairs.get('FAMILY_CONSENTED') ?? 0,
      companionshipsPaused: pairs.get('PAUSED') ?? 0,
      companionshipsUncovered: await this.companionships.count(within, { uncovered: true }),
      uncoveredSince: (await this.covers.uncoveredSince(within)) ?? null,
      batchesInProgress: batches.get('STAGED') ?? 0,
      batchesToConfirm: batches.get('IMPORTED') ?? 0,
      checksDueSoon: judged.filter((one) => standingOf(one.eligibility) === 'RENEWAL_DUE').length,
      volunteersReady: judged.filter((one) => one.eligibility.ready).length,
      volunteersTotal: judged.length,
      childrenWaiting: (await this.children.waiting(within)).length,
    };
  }
}
