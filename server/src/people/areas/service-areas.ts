// The agency's own table of areas, kept by its director: codes, names, and where they lie on the agency's own plane.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type {
  FieldProblem,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
} from '../../platform/graphql/index.js';
import { Agencies } from '../agencies/agencies.js';
import { ServiceArea } from '../agencies/service-area.entity.js';
import { Volunteer } from '../volunteers/volunteer.entity.js';
import { AreaContents } from './area-contents.js';

export interface AreaFields {
  readonly name: string;
  readonly nameEn: string;
  /** Metres to the east and north of a point that the agency chose once. */
  readonly x: number;
  readonly y: number;
}
export interface AreaView extends AreaFields {
  readonly id: string;
  readonly code: string;
  readonly closedOn: LocalDate | undefined;
  readonly version: number;
  /** Volunteers and children who live there. */
  readonly people: number;
}
export interface AreasView {
  readonly areas: readonly AreaView[];
  /** Codes that people have and this table does not: no distance is known for them. */
  readonly unmapped: readonly { readonly code: string; readonly people: number }[];
}
export type AreaError = InvalidInputError | NotFoundError | StaleVersionError;

const LONGEST = { code: 20, name: 60, nameEn: 60 } as const;
/** Wider than any city: further out is a slip of the finger. */
const FURTHEST = 1_000_000;

@Injectable()
export class ServiceAreas implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly contents: AreaContents,
  ) {}

  onModuleInit(): void {
    this.contents.add(async (agencyId) => {
      const rows = await this.database.repository(Volunteer).find({
        select: { id: true, areaCode: true },
        where: { agencyId, erasedAt: IsNull(), areaCode: Not(IsNull()) },
      });
      return countBy(rows.flatMap(({ areaCode }) => areaCode ?? []));
    });
  }

  async list(agencyId: AgencyId): Promise<AreasView> {
    const rows = await this.database.repository(ServiceArea).find({ where: { agencyId }, order: { code: 'ASC' } });
    const counts = await this.contents.counts(agencyId);
    const known = new Set(rows.map(({ code }) => code));
    return {
      areas: rows.map((row) => toView(row, counts.get(row.code) ?? 0)),
      unmapped: [...counts]
        .filter(([code]) => !known.has(code))
        .map(([code, people]) => ({ code, people }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    };
  }

  add(actor: PersonActor, code: string, area: AreaFields): Promise<Result<true, AreaError>> {
    return this.work.run(actor, async () => {
      const { agencyId } = actor;
      const typed = { code: code.trim(), ...trimmed(area) };
      const fields = [...codeProblems(typed.code), ...problemsOf(typed)];
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const areas = this.database.repository(ServiceArea);
      // One spelling for both engines: SQLite tells `Bb` from `bb`, the other does not.
      const codes = (await areas.find({ select: { id: true, code: true }, where: { agencyId } })).map((row) =>
        row.code.toLowerCase(),
      );
      if (codes.includes(typed.code.toLowerCase())) return err(invalid('code', 'TAKEN'));
      const id: string = this.ids.next<never>();
      await areas.insert({ id, agencyId, ...typed, closedOn: null, version: 1 });
      this.trail.record({
        action: 'area.added',
        subjectType: 'ServiceArea',
        subjectId: id,
        facts: { area: typed.code },
      });
      return ok(true as const);
    });
  }

  /** Another name, or another place: distances in the matching follow from now on. */
  change(actor: PersonActor, id: string, version: number, area: AreaFields): Promise<Result<true, AreaError>> {
    return this.work.run(actor, async () => {
      const typed = trimmed(area);
      const fields = problemsOf(typed);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const row = await this.#lock(actor.agencyId, id, version);
      if (!row.ok) return row;
      await this.database.repository(ServiceArea).update({ id }, { ...typed, version: version + 1 });
      const moved = row.value.x !== typed.x || row.value.y !== typed.y;
      const facts = { area: row.value.code, moved };
      this.trail.record({ action: 'area.changed', subjectType: 'ServiceArea', subjectId: id, facts });
      return ok(true as const);
    });
  }

  /** No longer served from today on; whoever lives there keeps the area until they move. */
  async close(actor: PersonActor, id: string, version: number): Promise<Result<true, AreaError>> {
    const closedOn = await this.agencies.today(actor.agencyId);
    return this.work.run(actor, async () => {
      const row = await this.#lock(actor.agencyId, id, version);
      if (!row.ok) return row;
      if (row.value.closedOn !== null) return err({ code: 'NOT_FOUND' as const });
      await this.database.repository(ServiceArea).update({ id }, { closedOn, version: version + 1 });
      const facts = { area: row.value.code };
      this.trail.record({ action: 'area.closed', subjectType: 'ServiceArea', subjectId: id, facts });
      return ok(true as const);
    });
  }

  async #lock(agencyId: AgencyId, id: string, version: number): Promise<Result<ServiceArea, AreaError>> {
    const query = this.database
      .repository(ServiceArea)
      .createQueryBuilder('a')
      .where('a.agencyId = :agencyId AND a.id = :id', { agencyId, id });
    const row = await this.database.forUpdate(query).getOne();
    if (!row) return err({ code: 'NOT_FOUND' });
    const currentVersion = row.version ?? 0;
    return currentVersion === version ? ok(row) : err({ code: 'STALE_VERSION', currentVersion });
  }
}

export function countBy(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const trimmed = ({ name, nameEn, x, y }: AreaFields): AreaFields => ({
  name: name.trim(),
  nameEn: nameEn.trim(),
  x,
  y,
});

const invalid = (field: string, code: string): InvalidInputError => ({
  code: 'INVALID_INPUT',
  fields: [{ field, code }],
});

function codeProblems(code: string): FieldProblem[] {
  if (code === '') return [{ field: 'code', code: 'REQUIRED' }];
  return code.length > LONGEST.code ? [{ field: 'code', code: 'TOO_LONG' }] : [];
}

function problemsOf(area: AreaFields): FieldProblem[] {
  const problems: FieldProblem[] = area.name === '' ? [{ field: 'name', code: 'REQUIRED' }] : [];
  for (const field of ['name', 'nameEn'] as const) {
    if (area[field].length > LONGEST[field]) problems.push({ field, code: 'TOO_LONG' });
  }
  for (const field of ['x', 'y'] as const) {
    if (!Number.isInteger(area[field]) || Math.abs(area[field]) > FURTHEST) {
      problems.push({ field, code: 'OUT_OF_RANGE' });
    }
  }
  return problems;
}

const toView = (row: ServiceArea, people: number): AreaView => ({
  id: row.id,
  code: row.code,
  name: row.name,
  nameEn: row.nameEn,
  x: row.x,
  y: row.y,
  closedOn: (row.closedOn ?? undefined) as LocalDate | undefined,
  version: row.version ?? 0,
  people,
});
