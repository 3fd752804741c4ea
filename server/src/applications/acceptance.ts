// From an application to a volunteer: one person, one record, one invitation to an account, in one unit of work.
import { Injectable } from '@nestjs/common';
import { err, ok, parseLocalDate, type PersonId, type Result } from '@tongxing/shared/kernel';
import { ageStanding, applicationWaits, canonicalPhone, type ApplicationWait } from '@tongxing/shared/rules';
import { APPLICATION_MACHINE, mayMove } from '@tongxing/shared/states';
import {
  Agencies,
  Invitations,
  PeopleRepository,
  VolunteersRepository,
  type BulkInvitation,
  type OpenPerson,
} from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { ApplicationAsks } from './application-asks.js';
import type { ApplicationView } from './application-shapes.js';
import { Applications, LONGEST_LETTER, type DeskApplication, type DeskError } from './applications.js';
import { ApplicationsRepository } from './applications.repository.js';
import { ApplyForms } from './apply-forms.js';
import { standingOf } from './domain/standing.js';

export interface Accepting {
  readonly applicationId: string;
  readonly version: number;
  /** Children whom they may accompany at most. */
  readonly places: number;
  /** The number is that of somebody whom the agency knows, and it is the same person. */
  readonly samePerson: boolean;
  /** Why without a referee's answer; needed only then. */
  readonly reason: string;
}
/** Something must come first. */
export interface ApplicationHeldError {
  readonly code: 'APPLICATION_HELD';
  readonly waits: readonly (ApplicationWait | 'AGE' | 'GUARDIAN_SAID_NO')[];
}
/** The number belongs to somebody already: the same person, or a slip? */
export interface ApplicantKnownError {
  readonly code: 'APPLICANT_KNOWN';
  /** Of a volunteer or colleague; undefined where it is somebody whose name is not this reader's to see. */
  readonly knownName: string | undefined;
  readonly isVolunteer: boolean;
  readonly mayLink: boolean;
}
export type AcceptError = DeskError | ApplicationHeldError | ApplicantKnownError;
export interface Accepted {
  readonly file: DeskApplication;
  readonly invitation: BulkInvitation['state'];
}

const MOST_PLACES = 5;

@Injectable()
export class Acceptance {
  constructor(
    private readonly repository: ApplicationsRepository,
    private readonly applications: Applications,
    private readonly forms: ApplyForms,
    private readonly asks: ApplicationAsks,
    private readonly people: PeopleRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly invitations: Invitations,
    private readonly agencies: Agencies,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async accept(actor: PersonActor, accepting: Accepting): Promise<Result<Accepted, AcceptError>> {
    const fields = problemsOf(accepting);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const done = await this.#tried(actor, accepting);
    if (!done.ok) {
      await this.#remember(actor, accepting.applicationId, done.error);
      return done;
    }
    const file = await this.applications.find(actor, accepting.applicationId);
    return file ? ok({ file, invitation: done.value }) : err({ code: 'NOT_FOUND' });
  }

  /** Two colleagues may accept two applications of one number at once: the second meets the person that the first made. */
  async #tried(actor: PersonActor, accepting: Accepting): Promise<Result<BulkInvitation['state'], AcceptError>> {
    const once = () => this.work.run(actor, () => this.#accept(actor, accepting));
    try {
      return await once();
    } catch (error) {
      if (!this.database.engine.isUniqueViolation(error)) throw error;
      return once();
    }
  }

  async #accept(actor: PersonActor, accepting: Accepting): Promise<Result<BulkInvitation['state'], AcceptError>> {
    const { agencyId } = actor;
    const application = await this.repository.lock(rowsFor(actor, 'application.decide'), accepting.applicationId);
    if (!application || application.erased) return err({ code: 'NOT_FOUND' });
    const { id, state, version, answers } = application;
    if (!mayMove(APPLICATION_MACHINE, state, 'ACCEPTED')) {
      return err({ code: 'TRANSITION_REFUSED', from: state, to: 'ACCEPTED' });
    }
    if (version !== accepting.version) return err({ code: 'STALE_VERSION', currentVersion: version });
    const held = await this.#held(application, accepting);
    if (held) return err(held);
    const phone = canonicalPhone(answers.phone ?? '');
    if (phone === undefined) return err({ code: 'INVALID_INPUT', fields: [{ field: 'phone', code: 'NOT_PHONE' }] });
    const known = await this.#known(actor, phone);
    if (known && !(accepting.samePerson && known.error.mayLink)) return err(known.error);
    const person = known?.person ?? (await this.#newPerson(application, phone));
    await this.#volunteer(application, person, accepting.places);
    const invitation = await this.invitations.inviteWithin(actor, person, application.locale);
    await this.repository.ready(agencyId, id);
    await this.repository.rows().update(
      { agencyId, id },
      {
        state: 'ACCEPTED',
        personId: person.id,
        decidedAt: this.clock.nowIso(),
        decidedBy: actor.personId,
        decisionSealed: this.repository.sealDecision(id, { reason: accepting.reason.trim() }),
        pausedAt: null,
        version: version + 1,
      },
    );
    await this.asks.endAll(id);
    const facts = { known: known !== undefined, invitation: invitation.state };
    this.trail.record({ action: 'application.accepted', subjectType: 'Application', subjectId: id, facts });
    // An invitation says it all; whoever has an account already hears it another way.
    if (invitation.state !== 'SENT') await this.outbox.publish('ApplicationDecided', { applicationId: id });
    return ok(invitation.state);
  }

  /** A guardian's no is a no, a talk comes first; without a referee's word it takes a reason. */
  async #held(application: ApplicationView, { reason }: Accepting): Promise<ApplicationHeldError | undefined> {
    const [file] = await this.repository.files([application]);
    if (!file) return undefined;
    const today = await this.agencies.today(application.agencyId);
    const form = await this.forms.of(application.agencyId);
    const standing = standingOf(file, { ...form, today });
    const age = ageStanding(application.answers.birthDate, today, form.minimumAge);
    const waits: ApplicationHeldError['waits'][number][] = applicationWaits({ ...standing, paused: false }).filter(
      (wait) => wait !== 'DECISION' && !(wait === 'REFERENCES' && reason.trim() !== ''),
    );
    if (age === 'TOO_YOUNG' || age === 'UNKNOWN') waits.push('AGE');
    if (standing.minor && standing.guardian === 'NO') waits.push('GUARDIAN_SAID_NO');
    return waits.length > 0 ? { code: 'APPLICATION_HELD', waits } : undefined;
  }

  /**
   * Whose number it is. Volunteers and colleagues are known to the desk by name. Anybody else is somebody of a family:
   * that the agency serves them is for those only who see all its families, so others are sent to them.
   */
  async #known(
    actor: PersonActor,
    phone: string,
  ): Promise<{ readonly person: OpenPerson; readonly error: ApplicantKnownError } | undefined> {
    const { agencyId } = actor;
    const id = (await this.people.idsByPhone(agencyId, [phone])).get(phone);
    const person = id && (await this.people.byIds(agencyId, [id])).get(id);
    if (!person) return undefined;
    const works = await this.people.doesWork(agencyId, person.id);
    const mayLink = works || rowsFor(actor, 'household.read').offices === 'ALL';
    const isVolunteer = (await this.volunteers.byPerson(agencyId, person.id)) !== undefined;
    const knownName = mayLink ? person.name : undefined;
    return { person, error: { code: 'APPLICANT_KNOWN', knownName, isVolunteer: works && isVolunteer, mayLink } };
  }

  async #newPerson({ agencyId, answers }: ApplicationView, phone: string): Promise<OpenPerson> {
    const { name = '', gender } = answers;
    const birthDate = parseLocalDate(answers.birthDate ?? '');
    const id = await this.people.add({ agencyId, name: name.trim(), phone, gender, birthDate });
    return { id, name: name.trim(), phone, gender, birthDate, erased: false };
  }

  /** Never a second record for one person: who is a volunteer already goes on as one. */
  async #volunteer(application: ApplicationView, person: OpenPerson, places: number): Promise<void> {
    const { agencyId, officeId, answers } = application;
    await this.people.lock(agencyId, person.id);
    const birthDate = parseLocalDate(answers.birthDate ?? '');
    if (person.birthDate === undefined && birthDate !== undefined && person.phone !== undefined) {
      await this.people.correct(agencyId, person.id, { phone: person.phone, birthDate });
    }
    if (!(await this.volunteers.byPerson(agencyId, person.id))) {
      const { languages = [], skills = [], freeTimes = [], areaCode } = answers;
      const record = { agencyId, personId: person.id, officeId, languages, skills, freeTimes, areaCode, places };
      await this.volunteers.addAll([record]);
    }
    await this.#role(application, person.id);
  }

  async #role({ agencyId, officeId }: ApplicationView, personId: PersonId): Promise<void> {
    const today = await this.agencies.today(agencyId);
    const roles = await this.people.rolesFrom(agencyId, personId, today);
    if (roles.some(({ role }) => role === 'VOLUNTEER')) return;
    await this.people.assignRole(agencyId, personId, 'VOLUNTEER', today, officeId);
  }

  async #remember(actor: PersonActor, id: string, error: AcceptError): Promise<void> {
    if (error.code !== 'APPLICATION_HELD' && error.code !== 'APPLICANT_KNOWN') return;
    const facts = { why: error.code === 'APPLICATION_HELD' ? error.waits.join(' ') : error.code };
    const entry = { action: 'application.refused', subjectType: 'Application', subjectId: id, facts };
    await rememberRefusal(this.work, this.trail, actor, entry);
  }
}

function problemsOf({ places, reason }: Accepting) {
  return [
    ...(Number.isInteger(places) && places >= 0 && places <= MOST_PLACES
      ? []
      : [{ field: 'places', code: 'OUT_OF_RANGE' }]),
    ...([...reason].length > LONGEST_LETTER ? [{ field: 'reason', code: 'TOO_LONG' }] : []),
  ];
}
