import { Injectable } from '@nestjs/common';
import { err, ok, type AgencyId, type LoginId, type PersonId, type Result } from '@tongxing/shared/kernel';
import { AuditTrail } from '../../platform/audit-trail/index.js';
import {
  hashPassword,
  Logins,
  MINIMUM_PASSWORD_LENGTH,
  normaliseIdentifier,
  type Locale,
} from '../../platform/auth/index.js';
import { Clock, Ids } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { FieldProblem, InvalidInputError } from '../../platform/graphql/index.js';
import { PeopleRepository } from '../people.repository.js';
import { Agency, Installation, THE_INSTALLATION } from './agency.entity.js';

export interface FirstRunInput {
  readonly agencyName: string;
  readonly directorName: string;
  readonly identifier: string;
  readonly password: string;
  readonly locale: Locale;
}
export type FirstRunError = InvalidInputError | { readonly code: 'SETUP_ALREADY_DONE' };
export interface FirstRunOutcome {
  readonly agencyId: AgencyId;
  readonly loginId: LoginId;
  readonly personId: PersonId;
}

const TIME_ZONE = 'Asia/Shanghai';
const LONGEST_NAME = 120;

/** Makes the first agency and its director, on an empty platform only. */
@Injectable()
export class FirstRun {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly logins: Logins,
    private readonly people: PeopleRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async isNeeded(): Promise<boolean> {
    return !(await this.database.repository(Installation).existsBy({ id: THE_INSTALLATION }));
  }

  async createAgency(input: FirstRunInput): Promise<Result<FirstRunOutcome, FirstRunError>> {
    const fields = problemsOf(input);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const passwordHash = await hashPassword(input.password);
    try {
      return await this.#create(input, passwordHash);
    } catch (error) {
      if (this.database.engine.isUniqueViolation(error)) return err({ code: 'SETUP_ALREADY_DONE' });
      throw error;
    }
  }

  #create(input: FirstRunInput, passwordHash: string): Promise<Result<FirstRunOutcome, FirstRunError>> {
    const agencyId = this.ids.next<AgencyId>();
    return this.work.run({ kind: 'system', agencyId, name: 'first-run' }, async () => {
      if (!(await this.isNeeded())) return err({ code: 'SETUP_ALREADY_DONE' as const });
      await this.#insertAgency(agencyId, input);
      const loginId = await this.logins.create(normaliseIdentifier(input.identifier) ?? '', passwordHash, input.locale);
      const personId = await this.people.add({ agencyId, name: input.directorName.trim(), loginId });
      await this.people.assignRole(agencyId, personId, 'DIRECTOR', this.clock.today(TIME_ZONE));
      this.trail.record({ action: 'agency.created', subjectType: 'Agency', subjectId: agencyId });
      return ok({ agencyId, loginId, personId });
    });
  }

  async #insertAgency(id: AgencyId, input: FirstRunInput): Promise<void> {
    const createdAt = this.clock.nowIso();
    await this.database.repository(Installation).insert({ id: THE_INSTALLATION, createdAt });
    await this.database.repository(Agency).insert({
      id,
      name: input.agencyName.trim(),
      timeZone: TIME_ZONE,
      locale: input.locale,
      contactPhone: null,
      createdAt,
    });
  }
}

function problemsOf(input: FirstRunInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of ['agencyName', 'directorName'] as const) {
    const length = input[field].trim().length;
    if (length === 0) problems.push({ field, code: 'REQUIRED' });
    if (length > LONGEST_NAME) problems.push({ field, code: 'TOO_LONG' });
  }
  if (!normaliseIdentifier(input.identifier)) problems.push({ field: 'identifier', code: 'NOT_PHONE_OR_EMAIL' });
  if (input.password.length < MINIMUM_PASSWORD_LENGTH) problems.push({ field: 'password', code: 'PASSWORD_TOO_SHORT' });
  return problems;
}
