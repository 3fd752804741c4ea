// The hard rules of the matching between two of whom no run asks: gender, language, way, common time, and who said no.
import { Injectable } from '@nestjs/common';
import { whyNot, type RejectionCode } from '@tongxing/shared/matching';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import type { ChildView } from '../../children/index.js';
import { AgencySettings, type VolunteerView } from '../../people/index.js';
import { MatchSnapshots } from '../runs/match-snapshots.js';
import { PairHistory } from './pair-history.js';

/** Eligibility and places are asked exactly, with locks, where the pair is made. */
const ASKED_ELSEWHERE: ReadonlySet<RejectionCode> = new Set(['NOT_ELIGIBLE', 'NO_PLACE', 'NO_SUPERVISOR_PLACE']);

@Injectable()
export class PairRules {
  constructor(
    private readonly snapshots: MatchSnapshots,
    private readonly settings: AgencySettings,
    private readonly history: PairHistory,
  ) {}

  /** Every rule that keeps these two apart; empty where they may walk together. */
  async between(
    agencyId: AgencyId,
    view: VolunteerView,
    of: ChildView,
    on: LocalDate,
  ): Promise<readonly RejectionCode[]> {
    const volunteer = await this.snapshots.volunteer(agencyId, view, on);
    const child = await this.snapshots.child(agencyId, of);
    const { minimumCommonMinutes, allowOtherGender } = await this.settings.valuesOf(agencyId);
    const snapshot = {
      serviceDate: on,
      volunteers: [{ ...volunteer, supervisorId: undefined }],
      children: [child],
      supervisors: [],
      locks: [],
      vetoes: await this.history.vetoesOf(agencyId, { volunteerId: view.id, childId: of.id }),
    };
    const found = whyNot(snapshot, { minimumCommonMinutes, allowOtherGender }, view.id, of.id);
    return found.filter((code) => !ASKED_ELSEWHERE.has(code));
  }
}
