// Places in programmes: given when everything that the programme asks is known and met, never more than there are (P01).
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { mayEnrol, programmeFindings, type PlaceEndReason, type ProgrammeFinding } from '@tongxing/shared/rules';
import { ChildEnrolmentFacts } from '../children/index.js';
import { Agencies } from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import type { Programme, ProgrammePlace } from './programme.entities.js';
import { ProgrammesRepository } from './programmes.repository.js';

export interface Enrolment {
  readonly programmeId: string;
  readonly childId: string;
  readonly requestId: string;
}
export interface PlaceEnd {
  readonly placeId: string;
  readonly endsOn: LocalDate;
  readonly reason: PlaceEndReason;
}
export const ENROLMENT_REFUSALS = ['CRITERIA', 'NO_PLACE_LEFT', 'HAS_A_PLACE'] as const;
export type EnrolmentRefusal = (typeof ENROLMENT_REFUSALS)[number];
export interface EnrolmentRefusedError {
  readonly code: 'ENROLMENT_REFUSED';
  readonly why: EnrolmentRefusal;
  /** Everything that the programme asks, met or not. */
  readonly findings: readonly ProgrammeFinding[];
  /** Places that the programme has; undefined where it has no limit. */
  readonly places: number | undefined;
}
export type EnrolmentError = NotFoundError | EnrolmentRefusedError;
export interface PlaceView {
  readonly place: ProgrammePlace;
  readonly programme: Programme;
}
/** A programme beside one child: what it asks, and whether there is a place. */
export interface Choice {
  readonly programme: Programme;
  readonly held: number;
  readonly findings: readonly ProgrammeFinding[];
}

@Injectable()
export class Enrolments {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly agencies: Agencies,
    private readonly children: ChildEnrolmentFacts,
    private readonly repository: ProgrammesRepository,
  ) {}

  /** Gives a child a place from today on. The same request sent again gives the place that it gave before. */
  async enrol(actor: PersonActor, enrolment: Enrolment): Promise<Result<PlaceView, EnrolmentError>> {
    const today = await this.agencies.today(actor.agencyId);
    const outcome = await this.#tryEnrol(actor, enrolment, today);
    if (!outcome.ok && outcome.error.code === 'ENROLMENT_REFUSED') {
      const facts = { why: outcome.error.why, programme: enrolment.programmeId };
      const entry = { action: 'programme.enrolRefused', subjectType: 'Child', subjectId: enrolment.childId, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  /** Ends a place after a day; it is free for another child at once (P16). */
  async end(actor: PersonActor, { placeId, endsOn, reason }: PlaceEnd): Promise<Result<PlaceView, PlaceError>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async () => {
      const found = await this.repository.findPlace(agencyId, placeId);
      const programme = found && (await this.repository.lock(agencyId, found.programmeId));
      const place = programme && (await this.repository.lockPlace(agencyId, placeId));
      if (!place || place.heldKey === null || !(await this.#mayTouch(actor, place.childId))) {
        return err({ code: 'NOT_FOUND' as const });
      }
      if (endsOn > today) return err(invalid('endsOn', 'IN_THE_FUTURE'));
      if (endsOn < place.startsOn) return err(invalid('endsOn', 'BEFORE_START'));
      await this.repository.endPlace(placeId, { endsOn, endReason: reason });
      const facts = { programme: programme.id, reason, endsOn };
      this.trail.record({ action: 'programme.placeEnded', subjectType: 'Child', subjectId: place.childId, facts });
      return ok({ place: { ...place, heldKey: null, endsOn, endReason: reason }, programme });
    });
  }

  /** Programmes that run today and in which the child has no place: what each asks of this child, and what is free. */
  async choices(actor: PersonActor, childIds: readonly string[]): Promise<ReadonlyMap<string, readonly Choice[]>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    const running = (await this.repository.list(agencyId)).filter(({ endsOn }) => endsOn === null || endsOn >= today);
    const held = await this.repository.held(
      agencyId,
      running.map(({ id }) => id),
    );
    const facts = await this.children.of(rowsFor(actor, 'programme.enrol'), childIds);
    const places = await this.repository.placesOfChildren(agencyId, [...facts.keys()]);
    return new Map(
      [...facts].map(([childId, known]) => {
        const has = new Set(places.flatMap((one) => (one.childId === childId && one.heldKey ? [one.programmeId] : [])));
        const open = running.filter(({ id }) => !has.has(id));
        return [
          childId,
          open.map((programme) => ({
            programme,
            held: held.get(programme.id) ?? 0,
            findings: programmeFindings(termsOf(programme), known, today),
          })),
        ];
      }),
    );
  }

  async #tryEnrol(actor: PersonActor, enrolment: Enrolment, on: LocalDate): Promise<Result<PlaceView, EnrolmentError>> {
    try {
      return await this.work.run(actor, () => this.#enrol(actor, enrolment, on));
    } catch (error) {
      if (!this.database.engine.isUniqueViolation(error)) throw error;
      // The keys have the last word: the same request, or the same child, at the same moment.
      const first = await this.repository.placeByRequest(actor.agencyId, enrolment.requestId);
      const programme = await this.repository.find(actor.agencyId, enrolment.programmeId);
      if (!programme) return err({ code: 'NOT_FOUND' });
      return first && isSame(first, enrolment)
        ? ok({ place: first, programme })
        : refused('HAS_A_PLACE', programme, []);
    }
  }

  async #enrol(actor: PersonActor, enrolment: Enrolment, on: LocalDate): Promise<Result<PlaceView, EnrolmentError>> {
    const { agencyId } = actor;
    const { programmeId, childId, requestId } = enrolment;
    const programme = await this.repository.lock(agencyId, programmeId);
    if (!programme) return err({ code: 'NOT_FOUND' });
    const facts = (await this.children.of(rowsFor(actor, 'programme.enrol'), [childId])).get(childId);
    if (!facts) return err({ code: 'NOT_FOUND' });
    const before = await this.repository.placeByRequest(agencyId, requestId);
    if (before) return isSame(before, enrolment) ? ok({ place: before, programme }) : err({ code: 'NOT_FOUND' });
    const findings = programmeFindings(termsOf(programme), facts, on);
    const places = await this.repository.placesOfChildren(agencyId, [childId]);
    if (places.some((one) => one.heldKey !== null && one.programmeId === programmeId)) {
      return refused('HAS_A_PLACE', programme, findings);
    }
    if (!mayEnrol(findings)) return refused('CRITERIA', programme, findings);
    const held = (await this.repository.held(agencyId, [programmeId])).get(programmeId) ?? 0;
    if (programme.places !== null && held >= programme.places) return refused('NO_PLACE_LEFT', programme, findings);
    const place: ProgrammePlace = {
      ...{ id: this.ids.next<never>() as string, agencyId, programmeId, childId, requestId },
      heldKey: `${programmeId}:${childId}`,
      startsOn: on,
      endsOn: null,
      endReason: null,
      checked: findings,
      recordedBy: actor.personId,
      recordedAt: this.clock.nowIso(),
    };
    await this.repository.addPlace(place);
    const entry = { programme: programmeId, startsOn: on };
    this.trail.record({ action: 'programme.enrolled', subjectType: 'Child', subjectId: childId, facts: entry });
    return ok({ place, programme });
  }

  async #mayTouch(actor: PersonActor, childId: string): Promise<boolean> {
    return (await this.children.of(rowsFor(actor, 'programme.enrol'), [childId])).has(childId);
  }

  /** Places of these children, held and over, each with its programme. */
  async ofChildren(agencyId: AgencyId, childIds: readonly string[]): Promise<PlaceView[]> {
    const places = await this.repository.placesOfChildren(agencyId, childIds);
    return this.#withProgrammes(agencyId, places);
  }

  /** Places held in a programme by children whom the actor may read. */
  async ofProgramme(actor: PersonActor, programmeId: string): Promise<PlaceView[]> {
    const { agencyId } = actor;
    const places = await this.repository.placesOf(agencyId, programmeId);
    const readable = await this.children.of(
      rowsFor(actor, 'child.read'),
      places.map(({ childId }) => childId),
    );
    return this.#withProgrammes(
      agencyId,
      places.filter(({ childId }) => readable.has(childId)),
    );
  }

  async #withProgrammes(agencyId: AgencyId, places: readonly ProgrammePlace[]): Promise<PlaceView[]> {
    const ids = places.map(({ programmeId }) => programmeId);
    const programmes = await this.repository.byIds(agencyId, ids);
    return places.flatMap((place) => {
      const programme = programmes.get(place.programmeId);
      return programme ? [{ place, programme }] : [];
    });
  }
}

export type PlaceError = NotFoundError | InvalidInputError;

const termsOf = ({ criteria, startsOn, endsOn }: Programme) => ({
  criteria,
  startsOn: startsOn as LocalDate,
  endsOn: (endsOn ?? undefined) as LocalDate | undefined,
});

const isSame = (place: ProgrammePlace, { programmeId, childId }: Enrolment) =>
  place.programmeId === programmeId && place.childId === childId;

const invalid = (field: string, code: string): InvalidInputError => ({
  code: 'INVALID_INPUT',
  fields: [{ field, code }],
});

const refused = (why: EnrolmentRefusal, { places }: Programme, findings: readonly ProgrammeFinding[]) =>
  err({ code: 'ENROLMENT_REFUSED' as const, why, findings, places: places ?? undefined });
