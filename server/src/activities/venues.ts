// Where activities happen, how many people it holds, and what somebody saw there.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { VENUE_CHECKS } from '@tongxing/shared/rules';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError, StaleVersionError } from '../platform/graphql/index.js';
import { ActivitiesRepository } from './activities.repository.js';
import type { Venue } from './activity.entities.js';

export interface VenueFields {
  readonly name: string;
  readonly address: string;
  readonly people: number;
  /** Codes of `VENUE_CHECKS`. */
  readonly checks: readonly string[];
  /** The day on which somebody was there; undefined: nobody yet. */
  readonly checkedOn: LocalDate | undefined;
}
export type VenueError = InvalidInputError | NotFoundError | StaleVersionError;

const LONGEST = { name: 60, address: 120 } as const;
const MOST_PEOPLE = 5000;

@Injectable()
export class Venues {
  constructor(
    private readonly repository: ActivitiesRepository,
    private readonly agencies: Agencies,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** By name. */
  list(agencyId: AgencyId): Promise<Venue[]> {
    return this.repository.venues(agencyId);
  }

  /** Without an id a new one; otherwise `version` is the one that was loaded. */
  save(
    actor: PersonActor,
    fields: VenueFields,
    known?: { readonly id: string; readonly version: number },
  ): Promise<Result<Venue, VenueError>> {
    return this.work.run(actor, async (): Promise<Result<Venue, VenueError>> => {
      const { agencyId, personId: recordedBy } = actor;
      const before = known ? await this.repository.venue(agencyId, known.id) : undefined;
      if (before === null) return err({ code: 'NOT_FOUND' });
      if (before && before.version !== known?.version) {
        return err({ code: 'STALE_VERSION', currentVersion: before.version });
      }
      const others = (await this.repository.venues(agencyId)).filter(({ id }) => id !== known?.id);
      const today = await this.agencies.today(agencyId);
      const problems = problemsOf(
        fields,
        today,
        others.map(({ name }) => name),
      );
      if (problems.length > 0) return err({ code: 'INVALID_INPUT', fields: problems });
      const columns = {
        name: fields.name.trim(),
        address: fields.address.trim() || null,
        people: fields.people,
        checks: VENUE_CHECKS.map(({ code }) => code).filter((code) => fields.checks.includes(code)),
        checkedOn: fields.checkedOn ?? null,
        recordedBy,
        version: (before?.version ?? 0) + 1,
      };
      const id: string = before?.id ?? this.ids.next<never>();
      const venue = { id, agencyId, ...columns, createdAt: before?.createdAt ?? this.clock.nowIso() };
      await (before ? this.repository.changeVenue(id, columns) : this.repository.addVenue(venue));
      const facts = { people: venue.people, to: venue.checks.length };
      const action = before ? 'venue.changed' : 'venue.added';
      this.trail.record({ action, subjectType: 'Venue', subjectId: id, facts });
      return ok(venue);
    });
  }
}

function problemsOf(fields: VenueFields, today: LocalDate, taken: readonly string[]): FieldProblem[] {
  const { people, checkedOn } = fields;
  const name = fields.name.trim();
  return [
    ...(name === '' ? [{ field: 'name', code: 'REQUIRED' }] : []),
    ...(taken.includes(name) ? [{ field: 'name', code: 'TAKEN' }] : []),
    ...(['name', 'address'] as const).flatMap((field) =>
      fields[field].trim().length > LONGEST[field] ? [{ field, code: 'TOO_LONG' }] : [],
    ),
    ...(!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE
      ? [{ field: 'people', code: 'OUT_OF_RANGE' }]
      : []),
    ...(checkedOn !== undefined && checkedOn > today ? [{ field: 'checkedOn', code: 'IN_THE_FUTURE' }] : []),
    ...(checkedOn === undefined && fields.checks.length > 0 ? [{ field: 'checkedOn', code: 'REQUIRED' }] : []),
  ];
}
