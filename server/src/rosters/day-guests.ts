// The door of a team's day: what a link tells, and how somebody of the team asks for an account of their own. Every number is
// answered alike, and nobody is put on a roster by somebody else's hand: they join once they have come in themselves.
import { Injectable } from '@nestjs/common';
import { ageOn, err, ok, parseLocalDate, type AgencyId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { canonicalPhone, LEGAL_VERSIONS, readCardCode, type TeamTasks } from '@tongxing/shared/rules';
import {
  Agencies,
  AgencySettings,
  DoorMemory,
  Invitations,
  PeopleRepository,
  VolunteersRepository,
  type OpenPerson,
} from '../people/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Throttles, type TooManyAttemptsError } from '../platform/auth/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import type { FieldProblem, InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { CompanyGuests, type CompanyGuest } from '../sso/index.js';
import { closedWhy, RosterBookings, tasksOf, type TeamDay } from './roster-bookings.js';
import { RosterPlaces } from './roster-places.repository.js';
import { refused, type RosterRefusedError } from './rosters.js';

export interface Asking {
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly birthDate: string;
  readonly tasks: TeamTasks;
  readonly locale: 'zh-CN' | 'en';
  readonly privacyVersion: string;
}
/** What a link tells whoever has it: nothing of any person. */
export interface OpenedLink {
  readonly day: TeamDay;
  readonly agencyName: string;
  readonly agencyPhone: string | undefined;
  /** The company's own sign-in, where it has one: its name, and the code of its address. */
  readonly wayIn: { readonly company: string; readonly code: string } | undefined;
  /** Whoever has just come from there in this browser. */
  readonly guest: CompanyGuest | undefined;
  /** They came from another company's. */
  readonly otherCompany: boolean;
}
export type AskError = InvalidInputError | NotFoundError | RosterRefusedError | TooManyAttemptsError;

const LONGEST_NAME = 60;
/** Whoever holds anything beside these comes in by their own door. */
const GUESTS: readonly Role[] = ['VOLUNTEER', 'EMPLOYEE'];
const MISSING: NotFoundError = { code: 'NOT_FOUND' };

@Injectable()
export class DayGuests {
  constructor(
    private readonly bookings: RosterBookings,
    private readonly places: RosterPlaces,
    private readonly people: PeopleRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly invitations: Invitations,
    private readonly agencies: Agencies,
    private readonly settings: AgencySettings,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly throttles: Throttles,
    private readonly memory: DoorMemory,
    private readonly companies: CompanyGuests,
  ) {}

  /** Undefined for a code that is nobody's, mistyped or closed. `sealed`: what the browser keeps of a company's sign-in. */
  async look(typed: string, sealed: string | undefined): Promise<OpenedLink | undefined> {
    const day = await this.dayOf(typed);
    if (!day) return undefined;
    const agency = await this.agencies.get(day.booking.agencyId as AgencyId);
    const wayIn = await this.companies.wayIn(agency.id, day.team.id);
    const came = await this.companies.open(sealed);
    const guest = came?.teamId === day.team.id ? came : undefined;
    const otherCompany = came !== undefined && guest === undefined;
    return { day, agencyName: agency.name, agencyPhone: agency.contactPhone ?? undefined, wayIn, guest, otherCompany };
  }

  async dayOf(typed: string): Promise<TeamDay | undefined> {
    const code = readCardCode(typed.slice(0, 40));
    const link = code === undefined ? null : await this.places.linkByCode(code);
    return link ? this.bookings.find(link.agencyId as AgencyId, link.bookingId) : undefined;
  }

  /**
   * The same answer for every number; the number itself gets a link. Whoever came from the company's own sign-in (`sealed`) has
   * said who they are: they are on the roster at once, and come in by the company from then on.
   */
  async ask(asking: Asking, address: string, sealed?: string): Promise<Result<true, AskError>> {
    const day = await this.dayOf(asking.code);
    if (!day) return err(MISSING);
    const closed = closedWhy(day);
    if (closed) return err(refused(closed));
    const phone = canonicalPhone(asking.phone);
    const fields = await this.#problems(day, asking, phone);
    if (phone === undefined || fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const throttled = await this.throttles.take('team-day', phone, address);
    if (throttled) {
      if (throttled.first) await this.memory.throttled('team-day');
      return err({ code: throttled.code, retryAfterSeconds: throttled.retryAfterSeconds });
    }
    const agencyId = day.booking.agencyId as AgencyId;
    const came = await this.companies.open(sealed);
    const guest = came?.teamId === day.team.id ? came : undefined;
    const once = () =>
      this.work.run({ kind: 'system', agencyId, name: 'team-day' }, () =>
        guest ? this.#askAs(guest, day, asking, phone) : this.#ask(day, asking, phone),
      );
    try {
      return await once();
    } catch (error) {
      // Two phones in one hand: the second meets the person whom the first one made.
      if (!this.database.engine.isUniqueViolation(error)) throw error;
      return once();
    }
  }

  async #ask(day: TeamDay, asking: Asking, phone: string): Promise<Result<true, RosterRefusedError>> {
    const agencyId = day.booking.agencyId as AgencyId;
    const known = (await this.people.idsByPhone(agencyId, [phone])).get(phone);
    const person = known ? await this.#guest(day, known) : await this.#newPerson(day, asking, phone);
    if (!person) return ok(true);
    await this.invitations.inviteOwnWish(agencyId, person, asking.locale);
    await this.places.ask(day, person.id, asking.tasks);
    const facts = { known: known !== undefined };
    this.trail.record({ action: 'roster.asked', subjectType: 'TeamBooking', subjectId: day.booking.id, facts });
    return ok(true);
  }

  /**
   * The company's directory has said who this is. One of the directory is one person and has one place, whatever numbers they
   * type; a number that is somebody else's asks for that person, as it does for everybody.
   */
  async #askAs(
    guest: CompanyGuest,
    { booking }: TeamDay,
    asking: Asking,
    phone: string,
  ): Promise<Result<true, RosterRefusedError | NotFoundError>> {
    const agencyId = booking.agencyId as AgencyId;
    const day = await this.bookings.lock(agencyId, booking.id);
    if (!day) return err(MISSING);
    const closed = closedWhy(day);
    if (closed) return err(refused(closed));
    const tied = await this.companies.personOf(guest);
    const joined = await this.places.lockJoined(agencyId, booking.id);
    const isDown = joined.some(({ personId }) => personId === tied);
    // Said before the number is looked at.
    if (!isDown && joined.length >= day.booking.people) return err(refused('FULL'));
    const known = (await this.people.idsByPhone(agencyId, [phone])).get(phone);
    if (known !== undefined && known !== tied) return this.#ask(day, asking, phone);
    const person = tied ? await this.#again(agencyId, tied, asking, phone) : await this.#newPerson(day, asking, phone);
    if (!person) return ok(true);
    if (!tied) await this.companies.tie(guest, person.id);
    await this.invitations.inviteOwnWish(agencyId, person, asking.locale);
    if (isDown) return ok(true);
    // Once the roster is locked, nobody comes who is not clear.
    if (day.booking.state !== 'CONFIRMED') return this.#ask(day, asking, phone);
    const own = await this.places.lockOf(agencyId, booking.id, person.id);
    await this.places.join(day, person.id, asking.tasks, own);
    const facts = { tasks: asking.tasks, byCompany: true };
    this.trail.record({ action: 'roster.joined', subjectType: 'TeamBooking', subjectId: booking.id, facts });
    return ok(true);
  }

  /** They asked before and have made no account: the number may have been mistyped. */
  async #again(agencyId: AgencyId, id: PersonId, asking: Asking, phone: string): Promise<OpenPerson | undefined> {
    const birthDate = parseLocalDate(asking.birthDate);
    const hasAccount = (await this.people.loginsOf(agencyId, [id])).size > 0;
    if (birthDate && !hasAccount) await this.people.correct(agencyId, id, { phone, birthDate });
    return (await this.people.byIds(agencyId, [id])).get(id);
  }

  /** Somebody whom the agency knows as a volunteer and as nothing else; of anybody else nothing is touched. */
  async #guest({ booking, today }: TeamDay, id: PersonId): Promise<OpenPerson | undefined> {
    const agencyId = booking.agencyId as AgencyId;
    const roles = await this.people.rolesFrom(agencyId, id, today);
    if (roles.length === 0 || !roles.every(({ role }) => GUESTS.includes(role))) return undefined;
    if (!(await this.volunteers.byPerson(agencyId, id))) return undefined;
    return (await this.people.byIds(agencyId, [id])).get(id);
  }

  async #newPerson({ booking, team, today }: TeamDay, asking: Asking, phone: string): Promise<OpenPerson> {
    const agencyId = booking.agencyId as AgencyId;
    const [name, birthDate] = [asking.name.trim(), parseLocalDate(asking.birthDate)];
    const id = await this.people.add({ agencyId, name, phone, birthDate });
    // No child to be accompanied: a day with a team is no companionship.
    const nothing = { languages: [], skills: [], freeTimes: [], places: 0 };
    await this.volunteers.addAll([{ agencyId, personId: id, ...nothing }]);
    await this.people.assignRole(agencyId, id, team.kind === 'COMPANY' ? 'EMPLOYEE' : 'VOLUNTEER', today);
    return { id, name, phone, birthDate, erased: false };
  }

  async #problems(day: TeamDay, asking: Asking, phone: string | undefined): Promise<FieldProblem[]> {
    const problems: FieldProblem[] = [];
    const say = (field: string, code: string): void => void problems.push({ field, code });
    if (asking.name.trim() === '') say('name', 'REQUIRED');
    if ([...asking.name].length > LONGEST_NAME) say('name', 'TOO_LONG');
    if (phone === undefined) say('phone', 'NOT_PHONE');
    const birthDate = parseLocalDate(asking.birthDate);
    const { minimumVolunteerAge } = await this.settings.valuesOf(day.booking.agencyId as AgencyId);
    if (birthDate === undefined || birthDate > day.today) say('birthDate', 'REQUIRED');
    else if (ageOn(birthDate, day.onDate) < minimumVolunteerAge) say('birthDate', 'TOO_YOUNG');
    if (!tasksOf(day).includes(asking.tasks)) say('tasks', 'UNKNOWN');
    if (asking.privacyVersion !== LEGAL_VERSIONS.privacy) say('privacy', 'TEXT_CHANGED');
    return problems;
  }
}
