// What a volunteer brings along, changed at the desk as the volunteer says it; the next run of the match goes by it.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import type { WeeklyTime } from '@tongxing/shared/matching';
import { LANGUAGES, SKILLS, VOLUNTEER_RANGES, wordsOf, type Code } from '@tongxing/shared/rules';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type {
  FieldProblem,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
} from '../../platform/graphql/index.js';
import { Areas } from '../agencies/areas.js';
import { inWeek, timeProblems } from './time-problems.js';
import { VolunteersRepository, type VolunteerSaid, type VolunteerView } from './volunteers.repository.js';

export interface VolunteerChange extends VolunteerSaid {
  readonly volunteerId: string;
  readonly version: number;
}
export type VolunteerChangeError = InvalidInputError | NotFoundError | StaleVersionError;

@Injectable()
export class VolunteerChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly repository: VolunteersRepository,
    private readonly areas: Areas,
  ) {}

  /** All of it at once, in the place of what was said before; refused where somebody else changed it meanwhile. */
  change(
    actor: PersonActor,
    { volunteerId, version, ...said }: VolunteerChange,
  ): Promise<Result<VolunteerView, VolunteerChangeError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async () => {
      const within = rowsFor(actor, 'volunteer.change');
      const mine = (await this.repository.byIds(within, [volunteerId])).get(volunteerId);
      const before = mine && !mine.person.erased ? await this.repository.lock(agencyId, mine.id) : undefined;
      if (!before) return err({ code: 'NOT_FOUND' as const });
      if (before.version !== version) {
        return err({ code: 'STALE_VERSION' as const, currentVersion: before.version });
      }
      const fields = await this.#problems(agencyId, said, before);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const after = { ...said, freeTimes: inWeek(said.freeTimes) };
      const changed = changedParts(before, after);
      if (changed.length > 0) {
        await this.repository.say(agencyId, before.id, after);
        // Which parts, never what they said: that is the volunteer's row to tell.
        const facts = { changed: changed.join(' ') };
        this.trail.record({ action: 'volunteer.changed', subjectType: 'Volunteer', subjectId: before.id, facts });
      }
      const now = (await this.repository.byIds(within, [before.id])).get(before.id);
      return now ? ok(now) : err({ code: 'NOT_FOUND' as const });
    });
  }

  async #problems(agencyId: AgencyId, said: VolunteerSaid, before: VolunteerView): Promise<FieldProblem[]> {
    const { areaCode, places, travelMetres } = said;
    // An area that was closed since stays where it stands; nobody new is put there.
    const area = areaCode !== null && areaCode !== before.areaCode ? await this.#openArea(agencyId, areaCode) : true;
    return [
      ...codeProblems('languages', said.languages, LANGUAGES),
      ...codeProblems('skills', said.skills, SKILLS),
      ...timeProblems(said.freeTimes),
      ...(area ? [] : [{ field: 'areaCode', code: 'UNKNOWN' }]),
      ...(inRange('places', places) ? [] : [{ field: 'places', code: 'OUT_OF_RANGE' }]),
      ...(travelMetres === null || inRange('travelMetres', travelMetres)
        ? []
        : [{ field: 'travelMetres', code: 'OUT_OF_RANGE' }]),
    ];
  }

  async #openArea(agencyId: AgencyId, code: string): Promise<boolean> {
    const area = (await this.areas.byCode(agencyId)).get(code);
    return area !== undefined && area.closedOn == null;
  }
}

function inRange(field: keyof typeof VOLUNTEER_RANGES, value: number): boolean {
  const { least, most } = VOLUNTEER_RANGES[field];
  return Number.isInteger(value) && value >= least && value <= most;
}

function codeProblems(field: string, codes: readonly string[], table: readonly Code[]): FieldProblem[] {
  if (codes.some((code) => !wordsOf(table, code))) return [{ field, code: 'UNKNOWN' }];
  return new Set(codes).size < codes.length ? [{ field, code: 'TWICE' }] : [];
}

const PARTS = ['languages', 'skills', 'freeTimes', 'areaCode', 'places', 'travelMetres'] as const;

const changedParts = (before: VolunteerView, after: VolunteerSaid): string[] =>
  PARTS.filter((part) => plain(before[part]) !== plain(after[part]));

/** Times are compared by what they say, whatever order a row keeps its keys in. */
const plain = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) =>
    isTime(part) ? [part.weekday, part.startMinute, part.endMinute] : part,
  );

const isTime = (part: unknown): part is WeeklyTime => typeof part === 'object' && part !== null && 'weekday' in part;
