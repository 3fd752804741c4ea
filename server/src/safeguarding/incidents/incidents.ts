import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { err, ok, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Cipher } from '../../platform/crypto/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import type { IncidentKind, IncidentScenario } from './incident-words.js';
import { Incident, IncidentMoment } from './incident.entities.js';

export interface MomentView {
  readonly at: string;
  readonly by: PersonId;
  readonly words: string;
}
export interface IncidentView {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly scenario: IncidentScenario;
  readonly startedAt: string;
  readonly endedAt: string | undefined;
  readonly startedBy: PersonId;
  readonly words: string;
  readonly lessons: string | undefined;
  readonly moments: readonly MomentView[];
}
export type IncidentError = InvalidInputError | NotFoundError;

const LONGEST_WORDS = 2000;
const LONGEST_REQUEST_ID = 64;
const MOST_SHOWN = 100;
const MISSING = { code: 'NOT_FOUND' as const };

/** Incidents and drills: begun, noted and ended by pressing a button, so that the times are the clock's and nobody's guess. */
@Injectable()
export class Incidents {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly cipher: Cipher,
  ) {}

  /** The newest first; what still runs stands on top. */
  async latest(agencyId: AgencyId): Promise<IncidentView[]> {
    const order = { startedAt: 'DESC', id: 'DESC' } as const;
    const rows = await this.database.repository(Incident).find({ where: { agencyId }, order, take: MOST_SHOWN });
    const views = await this.#open(agencyId, rows);
    return [...views.filter((one) => !one.endedAt), ...views.filter((one) => one.endedAt)];
  }

  /** Begins now. */
  start(
    actor: PersonActor,
    input: {
      readonly kind: IncidentKind;
      readonly scenario: IncidentScenario;
      readonly words: string;
      readonly requestId: string;
    },
  ): Promise<Result<IncidentView, IncidentError>> {
    const { agencyId, personId: startedBy } = actor;
    const { kind, scenario, requestId } = input;
    return this.work.run(actor, async () => {
      const fields = problemsOf('words', input.words, requestId);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const known = await this.database.repository(Incident).findOneBy({ agencyId, requestId });
      if (known) return this.#one(agencyId, known.id);
      const id: string = this.ids.next<never>();
      const textSealed = await this.#seal(agencyId, input.words, `incident.text.${id}`);
      await this.database.repository(Incident).insert({
        ...{ id, agencyId, kind, scenario, startedBy, textSealed, requestId },
        ...{ startedAt: this.clock.nowIso(), endedAt: null, lessonsSealed: null },
      });
      this.trail.record({
        action: 'incident.started',
        subjectType: 'Incident',
        subjectId: id,
        facts: { kind, scenario },
      });
      return this.#one(agencyId, id);
    });
  }

  /** What was done just now. */
  note(
    actor: PersonActor,
    incidentId: string,
    words: string,
    requestId: string,
  ): Promise<Result<IncidentView, IncidentError>> {
    const { agencyId, personId: byId } = actor;
    return this.work.run(actor, async () => {
      const fields = problemsOf('words', words, requestId);
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const running = { agencyId, id: incidentId, endedAt: IsNull() };
      if (await this.database.repository(IncidentMoment).existsBy({ agencyId, requestId, incidentId })) {
        return this.#one(agencyId, incidentId);
      }
      if (!(await this.database.repository(Incident).existsBy(running))) return err(MISSING);
      const id: string = this.ids.next<never>();
      const textSealed = await this.#seal(agencyId, words, `incident_moment.text.${id}`);
      const row = { id, agencyId, incidentId, byId, textSealed, requestId, at: this.clock.nowIso() };
      await this.database.repository(IncidentMoment).insert(row);
      this.trail.record({ action: 'incident.noted', subjectType: 'Incident', subjectId: incidentId });
      return this.#one(agencyId, incidentId);
    });
  }

  /** Ends now, with what was learned. */
  end(actor: PersonActor, incidentId: string, lessons: string): Promise<Result<IncidentView, IncidentError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async () => {
      const fields = problemsOf('lessons', lessons, 'none');
      if (fields.length > 0) return err({ code: 'INVALID_INPUT' as const, fields });
      const running = { agencyId, id: incidentId, endedAt: IsNull() };
      const lessonsSealed = await this.#seal(agencyId, lessons, `incident.lessons.${incidentId}`);
      const endedAt = this.clock.nowIso();
      const { affected } = await this.database.repository(Incident).update(running, { endedAt, lessonsSealed });
      if (affected !== 1) return err(MISSING);
      this.trail.record({ action: 'incident.ended', subjectType: 'Incident', subjectId: incidentId });
      return this.#one(agencyId, incidentId);
    });
  }

  async #one(agencyId: AgencyId, id: string): Promise<Result<IncidentView, IncidentError>> {
    const rows = await this.database.repository(Incident).findBy({ agencyId, id });
    const [view] = await this.#open(agencyId, rows);
    return view ? ok(view) : err(MISSING);
  }

  async #open(agencyId: AgencyId, rows: readonly Incident[]): Promise<IncidentView[]> {
    const moments = await this.database.repository(IncidentMoment).find({
      where: { agencyId, incidentId: In(rows.map(({ id }) => id)) },
      order: { at: 'ASC', id: 'ASC' },
    });
    await this.cipher.loadKeys([
      ...rows.flatMap(({ textSealed, lessonsSealed }) => [textSealed, lessonsSealed]),
      ...moments.map(({ textSealed }) => textSealed),
    ]);
    return rows.map(({ id, kind, scenario, startedAt, endedAt, startedBy, textSealed, lessonsSealed }) => ({
      ...{ id, kind, scenario, startedAt },
      endedAt: endedAt ?? undefined,
      startedBy: startedBy as PersonId,
      words: this.cipher.open(textSealed, `incident.text.${id}`),
      lessons: this.cipher.openOptional(lessonsSealed, `incident.lessons.${id}`),
      moments: moments
        .filter((moment) => moment.incidentId === id)
        .map((moment) => ({
          ...{ at: moment.at, by: moment.byId as PersonId },
          words: this.cipher.open(moment.textSealed, `incident_moment.text.${moment.id}`),
        })),
    }));
  }

  /** With the agency's key: an incident is nobody's alone. */
  async #seal(agencyId: AgencyId, words: string, place: string): Promise<string> {
    await this.cipher.ensureKeys(agencyId, [agencyId]);
    return this.cipher.sealFor(agencyId, words.trim(), place);
  }
}

function problemsOf(field: string, words: string, requestId: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (words.trim() === '') problems.push({ field, code: 'REQUIRED' });
  if (words.trim().length > LONGEST_WORDS) problems.push({ field, code: 'TOO_LONG' });
  if (requestId === '' || requestId.length > LONGEST_REQUEST_ID) {
    problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  }
  return problems;
}
