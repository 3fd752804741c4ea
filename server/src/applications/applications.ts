// The desk's side: what came in, talks, those who are asked, and the decision.
import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import {
  ageStanding,
  applicationWaits,
  canonicalPhone,
  DECLINE_REASONS,
  isReferee,
  type AgeStanding,
  type ApplicationWait,
  type DeclineReason,
} from '@tongxing/shared/rules';
import { APPLICATION_MACHINE, APPLICATION_WAITS, mayMove, type ApplicationState } from '@tongxing/shared/states';
import { Agencies, PeopleRepository } from '../people/index.js';
import { mayDo, rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type {
  FieldProblem,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { ApplicationAsks } from './application-asks.js';
import type { ApplicationFile, ApplicationView } from './application-shapes.js';
import { ApplicationsRepository } from './applications.repository.js';
import { ApplyForms } from './apply-forms.js';
import { standingOf } from './domain/standing.js';

/** What an application is to the desk. */
export interface DeskApplication extends ApplicationFile {
  readonly waits: readonly ApplicationWait[];
  readonly age: AgeStanding;
  readonly linkName: string | undefined;
  /** Others from the same number. */
  readonly others: number;
  readonly today: LocalDate;
}
export type Shown = 'WAITING' | 'BEGUN' | 'DECIDED';
export interface NewTalk {
  readonly applicationId: string;
  readonly talkedOn: LocalDate;
  readonly note: string;
  readonly requestId: string;
}
export interface Declining {
  readonly applicationId: string;
  readonly version: number;
  readonly reason: string;
  /** Read by the applicant, below the letter that goes with the reason. */
  readonly letter: string;
  readonly note: string;
}
export type DeskError = InvalidInputError | NotFoundError | StaleVersionError | TransitionError;

const STATES: Readonly<Record<Shown, readonly ApplicationState[]>> = {
  WAITING: APPLICATION_WAITS,
  BEGUN: ['STARTED'],
  DECIDED: ['ACCEPTED', 'DECLINED', 'WITHDRAWN'],
};
const LONGEST_NOTE = 4000;
export const LONGEST_LETTER = 500;

@Injectable()
export class Applications {
  constructor(
    private readonly repository: ApplicationsRepository,
    private readonly forms: ApplyForms,
    private readonly asks: ApplicationAsks,
    private readonly people: PeopleRepository,
    private readonly agencies: Agencies,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What waits, the oldest first; what is decided, the newest first. */
  async page(actor: PersonActor, shown: Shown, bounds: { readonly offset: number; readonly limit: number }) {
    const within = rowsFor(actor, 'application.read');
    const { applications, total } = await this.repository.page(within, STATES[shown], bounds, shown !== 'WAITING');
    return { applications: await this.#desk(actor.agencyId, applications), total };
  }

  /** How many wait for the desk, of those that the actor may read; none for whoever reads no application. */
  async countWaiting(actor: PersonActor): Promise<number> {
    if (!mayDo(actor, 'application.read')) return 0;
    return this.repository.count(rowsFor(actor, 'application.read'), APPLICATION_WAITS);
  }

  async find(actor: PersonActor, id: string): Promise<DeskApplication | undefined> {
    const application = await this.repository.find(rowsFor(actor, 'application.read'), id);
    return application && (await this.#desk(actor.agencyId, [application]))[0];
  }

  /** Whether an application led to this person, and with which wishes; for whoever goes on with them. */
  async acceptedFor(agencyId: AgencyId, personId: PersonId) {
    const where = { agencyId, personId, state: 'ACCEPTED' as const };
    const row = await this.repository.rows().findOne({ where, order: { decidedAt: 'DESC' } });
    const [application] = row ? await this.repository.open([row]) : [];
    if (!application) return undefined;
    const { id, decidedAt, answers } = application;
    return { applicationId: id, acceptedAt: decidedAt, interests: answers.interests ?? [] };
  }

  /** Names of colleagues who talked and decided. */
  async namesOf({ agencyId }: PersonActor, files: readonly DeskApplication[]): Promise<ReadonlyMap<string, string>> {
    const ids = files.flatMap(({ application, talks }) => [
      application.decidedBy,
      ...talks.map(({ talkedBy }) => talkedBy),
    ]);
    return this.people.namesOf(
      agencyId,
      ids.filter((id) => id !== undefined),
    );
  }

  /** Writes a talk down; with the first one the application has been talked about. */
  async talk(actor: PersonActor, talk: NewTalk): Promise<Result<DeskApplication, DeskError>> {
    const today = await this.agencies.today(actor.agencyId);
    const fields = talkProblems(talk, today);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    return this.#step(actor, talk.applicationId, async (application) => {
      const { id, agencyId, state, version } = application;
      const { requestId } = talk;
      if (await this.repository.talks().existsBy({ applicationId: id, requestId })) return ok(true as const);
      if (!APPLICATION_WAITS.includes(state)) return refused(state, 'TALKED');
      await this.repository.ready(agencyId, id);
      const talkId = this.ids.next<never>() as string;
      await this.repository.talks().insert({
        ...{ id: talkId, agencyId, applicationId: id, talkedOn: talk.talkedOn, talkedBy: actor.personId, requestId },
        noteSealed: this.repository.sealNote(id, talkId, talk.note.trim()),
        writtenAt: this.clock.nowIso(),
      });
      if (state === 'SENT') {
        await this.repository.rows().update({ agencyId, id }, { state: 'TALKED', version: version + 1 });
      }
      const facts = { on: talk.talkedOn };
      this.trail.record({ action: 'application.talked', subjectType: 'Application', subjectId: id, facts });
      return ok(true as const);
    });
  }

  /** Asks the referee of this number on the form, or asks once more. */
  askReferee(actor: PersonActor, applicationId: string, at: number): Promise<Result<DeskApplication, DeskError>> {
    return this.#step(actor, applicationId, async (application) => {
      const { state, answers } = application;
      if (!APPLICATION_WAITS.includes(state)) return refused(state, state);
      const referee = (answers.referees ?? [])[at];
      const own = canonicalPhone(answers.phone ?? '');
      const phone = canonicalPhone(referee?.phone ?? '');
      if (!referee || phone === undefined || !isReferee(referee, own)) return err({ code: 'NOT_FOUND' });
      const contact = { name: referee.name.trim(), phone, relation: referee.relation.trim() };
      await this.asks.ask(application, 'REFEREE', contact, actor.personId);
      return ok(true as const);
    });
  }

  /** The guardian of a minor once more: the message was lost, or the link ran out. */
  askGuardian(actor: PersonActor, applicationId: string): Promise<Result<DeskApplication, DeskError>> {
    return this.#step(actor, applicationId, async (application) => {
      const { state, answers } = application;
      if (!APPLICATION_WAITS.includes(state)) return refused(state, state);
      const phone = canonicalPhone(answers.guardianPhone ?? '');
      if (phone === undefined) return err({ code: 'NOT_FOUND' });
      const contact = { name: (answers.guardianName ?? '').trim(), phone, relation: '' };
      await this.asks.ask(application, 'GUARDIAN', contact, actor.personId);
      return ok(true as const);
    });
  }

  /** Not this time: with a reason, which has a letter of its own, and own words where there are some. */
  decline(actor: PersonActor, declining: Declining): Promise<Result<DeskApplication, DeskError>> {
    const fields = declineProblems(declining);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    return this.#step(actor, declining.applicationId, async ({ id, agencyId, state, version }) => {
      if (state === 'DECLINED') return ok(true as const);
      if (!mayMove(APPLICATION_MACHINE, state, 'DECLINED')) return refused(state, 'DECLINED');
      if (version !== declining.version) return err({ code: 'STALE_VERSION', currentVersion: version });
      await this.repository.ready(agencyId, id);
      const words = { letter: declining.letter.trim(), reason: declining.note.trim() };
      await this.repository.rows().update(
        { agencyId, id },
        {
          state: 'DECLINED',
          declineReason: declining.reason,
          decisionSealed: this.repository.sealDecision(id, words),
          decidedAt: this.clock.nowIso(),
          decidedBy: actor.personId,
          version: version + 1,
        },
      );
      await this.asks.endAll(id);
      const facts = { reason: declining.reason };
      this.trail.record({ action: 'application.declined', subjectType: 'Application', subjectId: id, facts });
      await this.outbox.publish('ApplicationDecided', { applicationId: id });
      return ok(true as const);
    });
  }

  async #step(
    actor: PersonActor,
    id: string,
    change: (application: ApplicationView) => Promise<Result<true, DeskError>>,
  ): Promise<Result<DeskApplication, DeskError>> {
    const done = await this.work.run(actor, async (): Promise<Result<true, DeskError>> => {
      const application = await this.repository.lock(rowsFor(actor, 'application.decide'), id);
      return application && !application.erased ? change(application) : err({ code: 'NOT_FOUND' });
    });
    if (!done.ok) return done;
    const found = await this.find(actor, id);
    return found ? ok(found) : err({ code: 'NOT_FOUND' });
  }

  async #desk(agencyId: AgencyId, applications: readonly ApplicationView[]): Promise<DeskApplication[]> {
    const files = await this.repository.files(applications);
    const today = await this.agencies.today(agencyId);
    const form = await this.forms.of(agencyId);
    const links = await this.forms.namesOf(agencyId);
    const others = await this.repository.countByNumber(
      agencyId,
      applications.flatMap(({ phoneIndex }) => phoneIndex ?? []),
    );
    return files.map((file) => {
      const { answers, phoneIndex, applyLinkId } = file.application;
      return {
        ...file,
        waits: applicationWaits(standingOf(file, { ...form, today })),
        age: ageStanding(answers.birthDate, today, form.minimumAge),
        linkName: applyLinkId === undefined ? undefined : links.get(applyLinkId),
        others: Math.max(0, (others.get(phoneIndex ?? '') ?? 1) - 1),
        today,
      };
    });
  }
}

const refused = (from: ApplicationState, to: ApplicationState) =>
  err({ code: 'TRANSITION_REFUSED' as const, from, to });

function talkProblems({ talkedOn, note, requestId }: NewTalk, today: LocalDate): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (talkedOn > today) problems.push({ field: 'talkedOn', code: 'IN_THE_FUTURE' });
  if (note.trim() === '') problems.push({ field: 'note', code: 'REQUIRED' });
  if ([...note].length > LONGEST_NOTE) problems.push({ field: 'note', code: 'TOO_LONG' });
  if (requestId === '' || requestId.length > 64) problems.push({ field: 'requestId', code: 'REQUEST_ID_LENGTH' });
  return problems;
}

function declineProblems({ reason, letter, note }: Declining): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!isReason(reason)) problems.push({ field: 'reason', code: 'REQUIRED' });
  if ([...letter].length > LONGEST_LETTER) problems.push({ field: 'letter', code: 'TOO_LONG' });
  if ([...note].length > LONGEST_NOTE) problems.push({ field: 'note', code: 'TOO_LONG' });
  return problems;
}

const isReason = (word: string): word is DeclineReason => DECLINE_REASONS.some(({ code }) => code === word);
