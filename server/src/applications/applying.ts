// The applicant's own side: begin, be kept as typed, leave, come back from another phone, send, and take back.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { err, ok, type AgencyId, type Result } from '@tongxing/shared/kernel';
import {
  canonicalPhone,
  LEGAL_VERSIONS,
  missingAnswers,
  readApplyCode,
  type ApplicationAnswers,
  type ApplicationWait,
  applicationWaits,
  type MissingAnswer,
} from '@tongxing/shared/rules';
import { APPLICATION_MACHINE, APPLICATION_OPEN, mayMove, type ApplicationState } from '@tongxing/shared/states';
import { Agencies, DoorMemory, timeProblems, inWeek } from '../people/index.js';
import type { SystemActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { platformActor, Throttles, type TooManyAttemptsError } from '../platform/auth/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError, TransitionError } from '../platform/graphql/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { ApplicationAsks } from './application-asks.js';
import type { ApplicationFile, ApplicationView } from './application-shapes.js';
import { ApplicationsRepository } from './applications.repository.js';
import { ApplicationErasures } from './application-erasures.js';
import { ApplyForms, type ApplyForm } from './apply-forms.js';
import { answerProblems, withChange } from './domain/answers.js';
import { standingOf } from './domain/standing.js';

export interface StartInput {
  /** Made by the client: a start that is sent twice is one, and whoever typed without a line has a code already. */
  readonly code: string;
  readonly agencyId: string | undefined;
  readonly link: string | undefined;
  readonly locale: 'zh-CN' | 'en';
  readonly name: string;
  readonly phone: string;
}
/** An application as whoever holds its code sees it. */
export interface OwnApplication extends ApplicationFile {
  readonly form: ApplyForm;
  readonly missing: readonly MissingAnswer[];
  readonly waits: readonly ApplicationWait[];
}
type Refused = InvalidInputError | NotFoundError | TransitionError;

@Injectable()
export class Applying {
  constructor(
    private readonly repository: ApplicationsRepository,
    private readonly forms: ApplyForms,
    private readonly asks: ApplicationAsks,
    private readonly erasures: ApplicationErasures,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly throttles: Throttles,
    private readonly memory: DoorMemory,
    private readonly agencies: Agencies,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Undefined for a code that is nobody's. */
  async find(typed: string): Promise<OwnApplication | undefined> {
    const code = readApplyCode(typed);
    const application = code === undefined ? undefined : await this.repository.byCode(code);
    return application && this.#own(application);
  }

  async start(
    input: StartInput,
    address: string,
  ): Promise<Result<OwnApplication, InvalidInputError | NotFoundError | TooManyAttemptsError>> {
    const code = readApplyCode(input.code);
    const phone = canonicalPhone(input.phone);
    const fields = startProblems(input, code, phone);
    if (code === undefined || phone === undefined || fields.length > 0) {
      return err({ code: 'INVALID_INPUT', fields });
    }
    const begun = await this.find(code);
    if (begun) return ok(begun);
    const throttled = await this.#throttled('application', phone, address);
    if (throttled) return err(throttled);
    const form = (await this.forms.found(input.link)).find(
      ({ agencyId }) => input.agencyId === undefined || agencyId === input.agencyId,
    );
    if (!form) return err({ code: 'NOT_FOUND' });
    const started = await this.work.run(this.#actor(form.agencyId), () => this.#start(input, form, code));
    return ok(await this.#own(started));
  }

  /** Keeps what was typed. What others rely on stands once it is sent. */
  async save(typed: string, change: ApplicationAnswers): Promise<Result<OwnApplication, Refused>> {
    return this.#step(typed, async (application) => {
      const sent = application.state !== 'STARTED';
      const fields = [...answerProblems(change, sent), ...(await this.#placeProblems(application, change))];
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const { freeTimes } = change;
      const kept = freeTimes ? { ...change, freeTimes: inWeek(freeTimes) } : change;
      const answers = withChange(application.answers, kept);
      return ok({
        answersSealed: this.repository.sealAnswers(application.id, answers),
        phoneIndex: this.repository.phoneIndex(answers.phone) ?? null,
      });
    });
  }

  /** Sends it; the guardian of a minor is asked at once. A second press is the same. */
  async send(typed: string, privacyVersion: string): Promise<Result<OwnApplication, Refused>> {
    return this.#step(typed, async (application) => {
      const { id, state, answers, version } = application;
      if (state !== 'STARTED') return ok({});
      const today = await this.agencies.today(application.agencyId);
      const form = await this.forms.of(application.agencyId);
      const missing = missingAnswers(answers, { ...form, today });
      const fields: FieldProblem[] = missing.map(({ field }) => ({ field, code: 'MISSING' }));
      if (privacyVersion !== LEGAL_VERSIONS.privacy) fields.push({ field: 'privacyVersion', code: 'TEXT_CHANGED' });
      if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
      const { minor } = standingOf({ application, asks: [] }, { ...form, today });
      const facts = { via: application.via, minor: String(minor), privacy: privacyVersion };
      this.trail.record({ action: 'application.sent', subjectType: 'Application', subjectId: id, facts });
      await this.outbox.publish('ApplicationSent', { applicationId: id, officeId: application.officeId });
      if (minor) await this.#askGuardian(application);
      return ok({ state: 'SENT' as const, sentAt: this.clock.nowIso(), pausedAt: null, version: version + 1 });
    });
  }

  /** Rests, or goes on. Nothing is lost, and nobody calls meanwhile. */
  async pause(typed: string, paused: boolean): Promise<Result<OwnApplication, Refused>> {
    return this.#step(typed, (application) => {
      if ((application.pausedAt !== undefined) === paused) return Promise.resolve(ok({}));
      const action = paused ? 'application.paused' : 'application.takenUp';
      this.trail.record({ action, subjectType: 'Application', subjectId: application.id });
      return Promise.resolve(ok({ pausedAt: paused ? this.clock.nowIso() : null }));
    });
  }

  /** Takes it back: what was written is gone at once. */
  async withdraw(typed: string): Promise<Result<OwnApplication, Refused>> {
    return this.#step(typed, async ({ id, agencyId, state, version }) => {
      if (!mayMove(APPLICATION_MACHINE, state, 'WITHDRAWN')) return refused(state, 'WITHDRAWN');
      this.trail.record({ action: 'application.withdrawn', subjectType: 'Application', subjectId: id });
      await this.erasures.blank(agencyId, id);
      return ok({ state: 'WITHDRAWN' as const, decidedAt: this.clock.nowIso(), version: version + 1 });
    });
  }

  /** The link once more, by SMS. The same answer and the same work whether or not there is an application. */
  async askLink(typedPhone: string, address: string): Promise<Result<true, InvalidInputError | TooManyAttemptsError>> {
    const phone = canonicalPhone(typedPhone);
    if (phone === undefined) return err({ code: 'INVALID_INPUT', fields: [{ field: 'phone', code: 'NOT_PHONE' }] });
    const throttled = await this.#throttled('application-link', phone, address);
    if (throttled) return err(throttled);
    await this.work.run(platformActor('application-link'), async () => {
      this.trail.record({ action: 'application.linkAsked', subjectType: 'Application' });
      await this.outbox.publish('ApplicationLinkAsked', { phone });
    });
    return ok(true as const);
  }

  /** What the sending job writes: the newest open application of a number; undefined where there is none. */
  async resumeLetterOf(phone: string) {
    const phoneIndex = this.repository.phoneIndex(phone);
    if (phoneIndex === undefined) return undefined;
    const where = { phoneIndex, state: In([...APPLICATION_OPEN]) };
    const row = await this.repository.rows().findOne({ where, order: { savedAt: 'DESC' } });
    return row ? this.letterOf(row.id) : undefined;
  }

  /** Where an applicant is reached, and the address at which they come back. */
  async letterOf(id: string) {
    const row = await this.repository.rows().findOneBy({ id });
    const [application] = row ? await this.repository.open([row]) : [];
    const code = application && (await this.repository.codeOf(id));
    const to = canonicalPhone(application?.answers.phone ?? '');
    if (!application || code === undefined || to === undefined) return undefined;
    const { agencyId, locale, officeId } = application;
    return { to, locale, agencyId, officeId, applicationId: id, path: `/apply/${code}` };
  }

  async #start(input: StartInput, form: ApplyForm, code: string): Promise<ApplicationView> {
    const { agencyId, officeId, link } = form;
    const id = this.ids.next<never>() as string;
    const now = this.clock.nowIso();
    await this.repository.ready(agencyId, id);
    const row = {
      ...{ id, agencyId, officeId: officeId ?? null, via: link?.kind ?? ('FORM' as const) },
      applyLinkId: link?.id ?? null,
      codeIndex: this.repository.codeIndex(code),
      codeSealed: this.repository.sealCode(id, code),
      phoneIndex: this.repository.phoneIndex(input.phone) ?? null,
      answersSealed: this.repository.sealAnswers(id, { name: input.name.trim(), phone: input.phone.trim() }),
      locale: input.locale,
      state: 'STARTED' as const,
      version: 1,
      ...{ startedAt: now, savedAt: now, sentAt: null, pausedAt: null, decidedAt: null, decidedBy: null },
      ...{ declineReason: null, decisionSealed: null, personId: null, erasedAt: null },
    };
    await this.repository.rows().insert(row);
    const facts = { via: row.via };
    this.trail.record({ action: 'application.started', subjectType: 'Application', subjectId: id, facts });
    const [application] = await this.repository.open([row]);
    if (!application) throw new Error('BUG: an application that was just written');
    return application;
  }

  /** One change of an open application, with its row locked. */
  async #step(
    typed: string,
    change: (application: ApplicationView) => Promise<Result<Change, Refused>>,
  ): Promise<Result<OwnApplication, Refused>> {
    const code = readApplyCode(typed);
    const known = code === undefined ? undefined : await this.repository.byCode(code);
    if (code === undefined || !known) return err({ code: 'NOT_FOUND' });
    const done = await this.work.run(this.#actor(known.agencyId), async (): Promise<Result<true, Refused>> => {
      const application = await this.repository.lockByCode(code);
      if (!application) return err({ code: 'NOT_FOUND' });
      if (application.erased || !APPLICATION_OPEN.includes(application.state)) {
        return refused(application.state, 'STARTED');
      }
      await this.repository.ready(application.agencyId, application.id);
      const changed = await change(application);
      if (!changed.ok) return changed;
      if (Object.keys(changed.value).length > 0) {
        await this.repository.rows().update({ id: application.id }, { ...changed.value, savedAt: this.clock.nowIso() });
      }
      return ok(true as const);
    });
    if (!done.ok) return done;
    const own = await this.find(code);
    return own ? ok(own) : err({ code: 'NOT_FOUND' });
  }

  async #placeProblems({ agencyId }: ApplicationView, change: ApplicationAnswers): Promise<FieldProblem[]> {
    const problems = change.freeTimes ? timeProblems(change.freeTimes) : [];
    const { areaCode } = change;
    if (!areaCode) return problems;
    const { areas } = await this.forms.of(agencyId);
    return areas.some(({ code }) => code === areaCode)
      ? problems
      : [...problems, { field: 'areaCode', code: 'UNKNOWN' }];
  }

  #askGuardian(application: ApplicationView): Promise<string> {
    const { guardianName = '', guardianPhone = '' } = application.answers;
    const phone = canonicalPhone(guardianPhone) ?? '';
    return this.asks.ask(application, 'GUARDIAN', { name: guardianName.trim(), phone, relation: '' });
  }

  async #own(application: ApplicationView): Promise<OwnApplication> {
    const [file] = await this.repository.files([application]);
    const form = await this.forms.of(application.agencyId);
    const today = await this.agencies.today(application.agencyId);
    const needs = { ...form, today };
    const known = file ?? { application, asks: [], talks: [] };
    return {
      ...known,
      form,
      missing: application.state === 'STARTED' ? missingAnswers(application.answers, needs) : [],
      waits: applicationWaits(standingOf(known, needs)),
    };
  }

  async #throttled(act: 'application' | 'application-link', phone: string, address: string) {
    const throttled = await this.throttles.take(act, phone, address);
    if (!throttled) return undefined;
    if (throttled.first) await this.memory.throttled(act);
    return { code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds };
  }

  #actor(agencyId: AgencyId): SystemActor {
    return { kind: 'system', agencyId, name: 'applicant' };
  }
}

interface Change {
  readonly answersSealed?: string;
  readonly phoneIndex?: string | null;
  readonly state?: ApplicationState;
  readonly sentAt?: string;
  readonly pausedAt?: string | null;
  readonly decidedAt?: string;
  readonly version?: number;
}

const refused = (from: ApplicationState, to: ApplicationState) =>
  err({ code: 'TRANSITION_REFUSED' as const, from, to });

const LONGEST_NAME = 60;

function startProblems({ name }: StartInput, code: string | undefined, phone: string | undefined): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (code === undefined) problems.push({ field: 'code', code: 'MISTYPED' });
  if (name.trim() === '') problems.push({ field: 'name', code: 'REQUIRED' });
  if ([...name].length > LONGEST_NAME) problems.push({ field: 'name', code: 'TOO_LONG' });
  if (phone === undefined) problems.push({ field: 'phone', code: 'NOT_PHONE' });
  return problems;
}
