// Whether people may serve on a day: colleagues at work, and volunteers by the one eligibility function.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { withoutHit, type SeenFinding } from '@tongxing/shared/rules';
import { ActivityTeam } from '../activities/index.js';
import { VolunteerEligibility, Volunteers } from '../people/index.js';

export interface ReadyOnDay {
  readonly ready: boolean;
  readonly stopped: boolean;
  /** What is missing or will be; empty for colleagues. A hit is never told (H8). */
  readonly findings: readonly SeenFinding[];
  /** Whether it is a volunteer, whose hours are kept. */
  readonly serves: boolean;
}
const COLLEAGUE: ReadyOnDay = { ready: true, stopped: false, findings: [], serves: false };
/** Somebody of whom nothing is known may not come near children. */
const NOBODY: ReadyOnDay = { ready: false, stopped: false, findings: [], serves: false };

@Injectable()
export class ReadinessOnDay {
  constructor(
    private readonly team: ActivityTeam,
    private readonly volunteers: Volunteers,
    private readonly eligibility: VolunteerEligibility,
  ) {}

  /** By person id, each of those asked for. */
  async of(agencyId: AgencyId, personIds: readonly string[], day: LocalDate): Promise<ReadonlyMap<string, ReadyOnDay>> {
    const colleagues = await this.team.ids(agencyId);
    const others = personIds.filter((id) => !colleagues.has(id as PersonId));
    const volunteers = await this.volunteers.toJudgeByPerson(agencyId, others);
    const judged = await this.eligibility.on(agencyId, volunteers, day);
    const found = new Map<string, ReadyOnDay>();
    for (const { id, person } of volunteers) {
      const one = judged.get(id);
      if (!one) continue;
      const stopped = one.findings.some(({ outcome }) => outcome === 'STOPPED');
      found.set(person.id, { ready: one.ready, stopped, findings: withoutHit(one).findings, serves: true });
    }
    return new Map(personIds.map((id) => [id, colleagues.has(id as PersonId) ? COLLEAGUE : (found.get(id) ?? NOBODY)]));
  }
}
