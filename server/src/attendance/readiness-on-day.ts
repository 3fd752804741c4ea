// Whether people may serve on a day: colleagues at work, and volunteers by the one eligibility function.
import { Injectable } from '@nestjs/common';
import type { AgencyId, LocalDate, PersonId } from '@tongxing/shared/kernel';
import { withoutHit, type SeenFinding, type ServiceTask } from '@tongxing/shared/rules';
import { ActivityTeam } from '../activities/index.js';
import { VolunteerEligibility, Volunteers } from '../people/index.js';
import type { Expected } from './expected-people.js';

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

  /**
   * By person id, each of those asked for. Whoever comes with a team is judged for a team's day, everybody else for a group
   * of children (H6): the lesson of one day is enough for that day.
   */
  async of(
    agencyId: AgencyId,
    personIds: readonly string[],
    day: LocalDate,
    expected: ReadonlyMap<string, Expected>,
  ): Promise<ReadonlyMap<string, ReadyOnDay>> {
    const colleagues = await this.team.ids(agencyId);
    const others = personIds.filter((id) => !colleagues.has(id as PersonId));
    const volunteers = await this.volunteers.toJudgeByPerson(agencyId, others);
    const found = new Map<string, ReadyOnDay>();
    for (const task of TASKS) {
      const theirs = volunteers.filter(({ person }) => taskOf(expected.get(person.id)) === task);
      const judged = await this.eligibility.on(agencyId, theirs, day, task);
      for (const { id, person } of theirs) {
        const one = judged.get(id);
        if (!one) continue;
        const stopped = one.findings.some(({ outcome }) => outcome === 'STOPPED');
        found.set(person.id, { ready: one.ready, stopped, findings: withoutHit(one).findings, serves: true });
      }
    }
    return new Map(personIds.map((id) => [id, colleagues.has(id as PersonId) ? COLLEAGUE : (found.get(id) ?? NOBODY)]));
  }
}

const TASKS = ['GROUP_ACTIVITY', 'TEAM_DAY'] as const satisfies readonly ServiceTask[];
const taskOf = (expected: Expected | undefined): (typeof TASKS)[number] =>
  expected?.from === 'TEAM' ? 'TEAM_DAY' : 'GROUP_ACTIVITY';
