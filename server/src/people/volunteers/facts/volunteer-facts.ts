// Trainings, agreements and record checks, written down at the desk on the evidence itself, and taken back by mistake.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { TakeBackReason } from '@tongxing/shared/rules';
import { VolunteerAgreements } from '../../../agreements/index.js';
import { rowsFor, type PersonActor } from '../../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../../../platform/graphql/index.js';
import { RecordChecks } from '../../../screening/index.js';
import { Trainings } from '../../../training/index.js';
import { Agencies } from '../../agencies/agencies.js';
import { WorkStops } from '../../work-stops/work-stops.js';
import { VolunteersRepository, type VolunteerView } from '../volunteers.repository.js';
import { FactPapers } from './fact-papers.js';
import { FACT_TYPES, type FactKind, type FactType, typeOfKind } from './fact-kinds.js';
import { hitRefusal, mayKnow } from './hit-rules.js';

export interface NewVolunteerFact {
  readonly volunteerId: string;
  readonly kind: FactKind;
  readonly happenedOn: LocalDate;
  readonly validUntil: LocalDate | undefined;
  readonly paperIds: readonly string[];
  /** Of a record check: its paper was looked at and is back with whoever brought it. */
  readonly paperGivenBack?: boolean | undefined;
}
export const FACT_REFUSALS = ['OWN_RECORD', 'SECOND_PERSON_NEEDED', 'DIRECTOR_NEEDED', 'TAKEN_BACK_ALREADY'] as const;
export type FactRefusal = (typeof FACT_REFUSALS)[number];
export interface FactRefusedError {
  readonly code: 'FACT_REFUSED';
  readonly why: FactRefusal;
}
export type FactError = InvalidInputError | NotFoundError | FactRefusedError;

@Injectable()
export class VolunteerFacts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly volunteers: VolunteersRepository,
    private readonly trainings: Trainings,
    private readonly agreements: VolunteerAgreements,
    private readonly checks: RecordChecks,
    private readonly stops: WorkStops,
    private readonly papers: FactPapers,
  ) {}

  /** Writes one down; it counts at once. Nobody writes their own. A hit stops all work in the same step (H8). */
  async record(actor: PersonActor, fact: NewVolunteerFact): Promise<Result<VolunteerView, FactError>> {
    const today = await this.agencies.today(actor.agencyId);
    const fields = dayProblems(fact, today);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const outcome = await this.work.run(actor, () => this.#record(actor, fact));
    await this.#remember(actor, 'fact.recordRefused', fact.volunteerId, outcome);
    return outcome;
  }

  /** It was a mistake: the row stays, counts no longer, and says why. A hit only by a director who did not write it. */
  async takeBack(
    actor: PersonActor,
    type: FactType,
    id: string,
    reason: TakeBackReason,
  ): Promise<Result<VolunteerView, FactError>> {
    const outcome = await this.work.run(actor, () => this.#takeBack(actor, type, id, reason));
    await this.#remember(actor, 'fact.takeBackRefused', id, outcome);
    return outcome;
  }

  async #record(actor: PersonActor, fact: NewVolunteerFact): Promise<Result<VolunteerView, FactError>> {
    const { agencyId } = actor;
    const type = typeOfKind(fact.kind);
    const volunteer = await this.#within(actor, type, fact.volunteerId);
    if (!volunteer) return err({ code: 'NOT_FOUND' });
    const personId = volunteer.person.id;
    if (personId === actor.personId) return err({ code: 'FACT_REFUSED', why: 'OWN_RECORD' });
    if (await this.#standsAlready(agencyId, personId, fact)) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'happenedOn', code: 'RECORDED_ALREADY' }] });
    }
    const id = await this.#add(actor, personId, fact);
    if (type === 'RecordCheck' && fact.paperGivenBack) await this.checks.givePaperBack(agencyId, id, actor.personId);
    const purpose = PURPOSE_OF[type];
    const tie = purpose && { agencyId, subjectId: volunteer.id, purpose, paperIds: fact.paperIds, recordId: id };
    if (tie ? !(await this.papers.tie(tie)) : fact.paperIds.length > 0) {
      return err({ code: 'INVALID_INPUT', fields: [{ field: 'paperIds', code: 'NOT_FOUND' }] });
    }
    const facts = { kind: KIND_IN_AUDIT[type], on: fact.happenedOn, papers: fact.paperIds.length };
    this.trail.record({ action: 'fact.recorded', subjectType: 'Person', subjectId: personId, facts });
    if (fact.kind === 'CHECK_HIT') await this.stops.stopForHits(agencyId, [personId]);
    return ok(volunteer);
  }

  async #takeBack(
    actor: PersonActor,
    type: FactType,
    id: string,
    reason: TakeBackReason,
  ): Promise<Result<VolunteerView, FactError>> {
    const { agencyId } = actor;
    const row = await this.#store(type).lock(agencyId, id);
    const known = row && (await this.volunteers.byPerson(agencyId, row.personId as PersonId));
    const volunteer = known && (await this.#within(actor, type, known.id));
    if (!row || !volunteer || !mayKnow(actor, row)) return err({ code: 'NOT_FOUND' });
    if (row.takenBackAt !== null) return err({ code: 'FACT_REFUSED', why: 'TAKEN_BACK_ALREADY' });
    const why = volunteer.person.id === actor.personId ? 'OWN_RECORD' : hitRefusal(actor, row);
    if (why) return err({ code: 'FACT_REFUSED', why });
    await this.#store(type).takeBack(agencyId, id, actor.personId, reason);
    const facts = { kind: KIND_IN_AUDIT[type], on: row.happenedOn, reason };
    this.trail.record({ action: 'fact.takenBack', subjectType: 'Person', subjectId: row.personId, facts });
    return ok(volunteer);
  }

  async #within(actor: PersonActor, type: FactType, volunteerId: string): Promise<VolunteerView | undefined> {
    const permission = type === 'RecordCheck' ? 'screening.record' : 'volunteer.recordFacts';
    const found = (await this.volunteers.byIds(rowsFor(actor, permission), [volunteerId])).get(volunteerId);
    return found?.person.erased ? undefined : found;
  }

  async #standsAlready(agencyId: AgencyId, personId: PersonId, { kind, happenedOn }: NewVolunteerFact) {
    const standing = (await this.#store(typeOfKind(kind)).byPerson(agencyId, [personId])).get(personId) ?? [];
    return standing.some((row) => row.happenedOn === happenedOn && kindOf(row) === kindWord(kind));
  }

  async #add(actor: PersonActor, personId: PersonId, fact: NewVolunteerFact): Promise<string> {
    const common = {
      agencyId: actor.agencyId,
      personId,
      happenedOn: fact.happenedOn,
      validUntil: fact.validUntil ?? null,
      batchId: null,
      confirmedBy: null,
      recordedBy: actor.personId,
    };
    const [id] = await this.#addTo(fact.kind, common);
    if (id === undefined) throw new Error('BUG: no fact was added');
    return id;
  }

  #addTo(kind: FactKind, common: Parameters<VolunteerAgreements['addAll']>[0][number]): Promise<string[]> {
    switch (kind) {
      case 'PRE_SERVICE':
      case 'IN_SERVICE':
        return this.trainings.addAll([{ ...common, kind }]);
      case 'AGREEMENT':
        return this.agreements.addAll([common]);
      case 'CHECK_CLEAR':
        return this.checks.addAll([{ ...common, result: 'CLEAR' }]);
      case 'CHECK_HIT':
        return this.checks.addAll([{ ...common, result: 'HIT' }]);
    }
  }

  #store(type: FactType): Trainings | VolunteerAgreements | RecordChecks {
    return { Training: this.trainings, VolunteerAgreement: this.agreements, RecordCheck: this.checks }[type];
  }

  async #remember(actor: PersonActor, action: string, id: string, { ok: done, ...rest }: Result<unknown, FactError>) {
    const error = 'error' in rest ? rest.error : undefined;
    if (done || error?.code !== 'FACT_REFUSED') return;
    const entry = { action, subjectType: 'Volunteer', subjectId: id, facts: { why: error.why } };
    await rememberRefusal(this.work, this.trail, actor, entry);
  }
}

const PURPOSE_OF = {
  Training: 'TRAINING_CERTIFICATE',
  VolunteerAgreement: 'VOLUNTEER_AGREEMENT',
  // Only result, date and checker are kept of a check (H8): no paper.
  RecordCheck: undefined,
} as const satisfies Record<(typeof FACT_TYPES)[number], unknown>;
/** The audit does not say how a check came out. */
const KIND_IN_AUDIT = {
  Training: 'TRAINING',
  VolunteerAgreement: 'VOLUNTEER_AGREEMENT',
  RecordCheck: 'RECORD_CHECK',
} as const;

const kindWord = (kind: FactKind): string =>
  ({ PRE_SERVICE: 'PRE_SERVICE', IN_SERVICE: 'IN_SERVICE', AGREEMENT: '', CHECK_CLEAR: 'CLEAR', CHECK_HIT: 'HIT' })[
    kind
  ];
const kindOf = (row: object): string => ('kind' in row ? String(row.kind) : 'result' in row ? String(row.result) : '');

function dayProblems({ happenedOn, validUntil }: NewVolunteerFact, today: LocalDate): FieldProblem[] {
  return [
    ...(happenedOn > today ? [{ field: 'happenedOn', code: 'IN_THE_FUTURE' }] : []),
    ...(validUntil !== undefined && validUntil < happenedOn ? [{ field: 'validUntil', code: 'BEFORE_START' }] : []),
  ];
}
