// A volunteer's phone number and birth date on file, put right at the desk: with the version that was read, and why.
import { Injectable } from '@nestjs/common';
import { ageOn, err, ok, type AgencyId, type LocalDate, type Result } from '@tongxing/shared/kernel';
import { canonicalPhone, readIdNumber } from '@tongxing/shared/rules';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem } from '../../platform/graphql/index.js';
import { Agencies } from '../agencies/agencies.js';
import { PeopleRepository } from '../people.repository.js';
import type { VolunteerChangeError } from './volunteer-changes.js';
import { VolunteersRepository, type VolunteerView } from './volunteers.repository.js';

/** A code, since a sentence about somebody stands in the audit for ever. */
export const CORRECTION_REASONS = ['NEW_NUMBER', 'WRITTEN_WRONG', 'DOCUMENT_SEEN'] as const;
export type CorrectionReason = (typeof CORRECTION_REASONS)[number];

export interface VolunteerCorrection {
  readonly volunteerId: string;
  readonly version: number;
  readonly phone: string;
  readonly birthDate: LocalDate;
  readonly reason: CorrectionReason;
}
/** As rosters take volunteers. */
const AGES = { least: 10, most: 100 } as const;

@Injectable()
export class VolunteerCorrections {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly repository: VolunteersRepository,
  ) {}

  /**
   * Whether somebody may serve follows the birth date at once, since it is judged by what stands on the day. What they
   * sign in with stays theirs to change.
   */
  async correct(
    actor: PersonActor,
    correction: VolunteerCorrection,
  ): Promise<Result<VolunteerView, VolunteerChangeError>> {
    try {
      return await this.work.run(actor, () => this.#correct(actor, correction));
    } catch (error) {
      // Somebody else was given the number between the two.
      if (this.database.engine.isUniqueViolation(error)) return invalid([{ field: 'phone', code: 'TAKEN' }]);
      throw error;
    }
  }

  async #correct(
    actor: PersonActor,
    { volunteerId, version, reason, ...said }: VolunteerCorrection,
  ): Promise<Result<VolunteerView, VolunteerChangeError>> {
    const { agencyId } = actor;
    const within = rowsFor(actor, 'volunteer.change');
    const mine = (await this.repository.byIds(within, [volunteerId])).get(volunteerId);
    const before = mine && !mine.person.erased ? await this.repository.lock(agencyId, mine.id) : undefined;
    if (!before) return err({ code: 'NOT_FOUND' });
    if (before.version !== version) return err({ code: 'STALE_VERSION', currentVersion: before.version });
    const phone = canonicalPhone(said.phone);
    const problems = await this.#problems(agencyId, before, { phone, birthDate: said.birthDate });
    if (problems.length > 0 || phone === undefined) return invalid(problems);
    const { person } = before;
    const changed = [
      ...(phone === person.phone ? [] : ['phone']),
      ...(said.birthDate === person.birthDate ? [] : ['birthDate']),
    ];
    if (changed.length > 0) {
      await this.people.correct(agencyId, person.id, { phone, birthDate: said.birthDate });
      await this.repository.touch(agencyId, before.id);
      // Which parts and why, never the number or the day.
      const facts = { changed: changed.join(' '), reason };
      this.trail.record({ action: 'volunteer.corrected', subjectType: 'Volunteer', subjectId: before.id, facts });
    }
    const now = (await this.repository.byIds(within, [before.id])).get(before.id);
    return now ? ok(now) : err({ code: 'NOT_FOUND' });
  }

  async #problems(
    agencyId: AgencyId,
    { person }: VolunteerView,
    { phone, birthDate }: { readonly phone: string | undefined; readonly birthDate: LocalDate },
  ): Promise<FieldProblem[]> {
    const holder = phone === undefined ? undefined : (await this.people.idsByPhone(agencyId, [phone])).get(phone);
    const number = (await this.people.idNumbersOf(agencyId, [person.id])).get(person.id);
    const identity = number === undefined ? undefined : readIdNumber(number);
    const age = ageOn(birthDate, await this.agencies.today(agencyId));
    return [
      ...(phone === undefined ? [{ field: 'phone', code: 'NOT_PHONE' }] : []),
      ...(holder === undefined || holder === person.id ? [] : [{ field: 'phone', code: 'TAKEN' }]),
      ...(age >= AGES.least && age <= AGES.most ? [] : [{ field: 'birthDate', code: 'OUT_OF_RANGE' }]),
      // The number on the identity card says the day as well: one of them is wrong, and the card is the better witness.
      ...(identity?.ok && identity.value.birthDate !== birthDate
        ? [{ field: 'birthDate', code: 'DIFFERS_FROM_ID_NUMBER' }]
        : []),
    ];
  }
}

const invalid = (fields: readonly FieldProblem[]) => err({ code: 'INVALID_INPUT' as const, fields });
