// Offices of an agency: opened, renamed, and closed only when nobody is left behind there.
import { Injectable } from '@nestjs/common';
import { addDays, err, ok, type AgencyId, type OfficeId, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { PersonActor } from '../../platform/access/index.js';
import { AuditTrail, rememberRefusal } from '../../platform/audit-trail/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../../platform/graphql/index.js';
import { Agencies } from '../agencies/agencies.js';
import type { Office } from '../agencies/office.entity.js';
import { InvitationsRepository } from '../invitations/invitations.repository.js';
import { PeopleRepository } from '../people.repository.js';
import { OfficeContents } from './office-contents.js';
import { OfficesRepository } from './offices.repository.js';

export interface OfficeInUseError {
  readonly code: 'OFFICE_IN_USE';
  /** Names of those who have a role there, will have one, or are invited to one: their roles end first. */
  readonly colleagues: readonly string[];
  /** Who would belong to a closed office; they move in the same step once it is said where to. */
  readonly volunteers: number;
  readonly children: number;
  /** Rosters that wait to be taken in there; they go along. */
  readonly rosters: number;
}
export type OfficeError = InvalidInputError | NotFoundError;
export type ClosingError = NotFoundError | OfficeInUseError;

export interface OfficeClosing {
  readonly officeId: string;
  /** Where volunteers and children go; null is the whole agency. Undefined: nobody has said. */
  readonly moveTo: string | null | undefined;
}

const LONGEST_NAME = 80;

@Injectable()
export class Offices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly people: PeopleRepository,
    private readonly invitations: InvitationsRepository,
    private readonly repository: OfficesRepository,
    private readonly contents: OfficeContents,
  ) {}

  async open(actor: PersonActor, name: string): Promise<Result<Office, OfficeError>> {
    const { agencyId } = actor;
    const today = await this.agencies.today(agencyId);
    return this.work.run(actor, async () => {
      const problem = nameProblem(name, undefined, await this.repository.lockAll(agencyId));
      if (problem) return err(problem);
      const id = await this.repository.add(agencyId, name.trim(), today);
      this.trail.record({ action: 'office.opened', subjectType: 'Office', subjectId: id });
      return this.#office(agencyId, id);
    });
  }

  async rename(actor: PersonActor, officeId: string, name: string): Promise<Result<Office, OfficeError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async () => {
      const offices = await this.repository.lockAll(agencyId);
      const office = offices.find(({ id, endsOn }) => id === officeId && endsOn === null);
      if (!office) return err({ code: 'NOT_FOUND' as const });
      const problem = nameProblem(name, officeId, offices);
      if (problem) return err(problem);
      if (office.name === name.trim()) return ok(office);
      await this.repository.change(agencyId, officeId as OfficeId, { name: name.trim() });
      const facts = { from: office.name, to: name.trim() };
      this.trail.record({ action: 'office.renamed', subjectType: 'Office', subjectId: officeId, facts });
      return this.#office(agencyId, officeId);
    });
  }

  /** Yesterday was its last day. Refused, with whom it would leave behind, until they have somewhere to go. */
  async close(actor: PersonActor, closing: OfficeClosing): Promise<Result<Office, ClosingError>> {
    const outcome = await this.work.run(actor, () => this.#close(actor.agencyId, closing));
    if (!outcome.ok && outcome.error.code === 'OFFICE_IN_USE') {
      const { colleagues, volunteers, children, rosters } = outcome.error;
      const facts = { colleagues: colleagues.length, volunteers, children, rosters };
      const entry = { action: 'office.closeRefused', subjectType: 'Office', subjectId: closing.officeId, facts };
      await rememberRefusal(this.work, this.trail, actor, entry);
    }
    return outcome;
  }

  async #close(agencyId: AgencyId, { officeId, moveTo }: OfficeClosing): Promise<Result<Office, ClosingError>> {
    const offices = await this.repository.lockAll(agencyId);
    const isOpen = (id: string | null) => offices.some((office) => office.id === id && office.endsOn === null);
    if (!isOpen(officeId)) return err({ code: 'NOT_FOUND' });
    if (moveTo === officeId || (moveTo != null && !isOpen(moveTo))) return err({ code: 'NOT_FOUND' });
    const from = officeId as OfficeId;
    const today = await this.agencies.today(agencyId);
    const volunteers = await this.repository.volunteers(agencyId, from);
    const children = await this.contents.count('children', agencyId, from);
    const rosters = await this.contents.count('rosters', agencyId, from);
    const colleagues = await this.#colleagues(agencyId, from);
    if (colleagues.length > 0 || (volunteers + children + rosters > 0 && moveTo === undefined)) {
      return err({ code: 'OFFICE_IN_USE', colleagues, volunteers, children, rosters });
    }
    const to = (moveTo ?? null) as OfficeId | null;
    await this.repository.moveVolunteers(agencyId, from, to);
    await this.contents.move(agencyId, from, to);
    await this.repository.change(agencyId, from, { endsOn: addDays(today, -1) });
    const facts = { volunteers, children, rosters, office: to };
    this.trail.record({ action: 'office.closed', subjectType: 'Office', subjectId: officeId, facts });
    return this.#office(agencyId, officeId);
  }

  async #colleagues(agencyId: AgencyId, officeId: OfficeId): Promise<string[]> {
    const holders = await this.repository.holders(agencyId, officeId, await this.agencies.today(agencyId));
    const invited = [...(await this.invitations.unaccepted(agencyId))]
      .filter(([, { open, roles }]) => open && roles.some((role) => role.officeId === officeId))
      .map(([personId]) => personId);
    const ids = [...new Set<PersonId>([...holders, ...invited])];
    const names = await this.people.namesOf(agencyId, ids);
    return ids.flatMap((id) => names.get(id) ?? []);
  }

  async #office(agencyId: AgencyId, officeId: string): Promise<Result<Office, NotFoundError>> {
    const office = (await this.repository.lockAll(agencyId)).find(({ id }) => id === officeId);
    return office ? ok(office) : err({ code: 'NOT_FOUND' });
  }
}

function nameProblem(name: string, own: string | undefined, offices: readonly Office[]): InvalidInputError | undefined {
  const typed = name.trim();
  const invalid = (code: string): InvalidInputError => ({ code: 'INVALID_INPUT', fields: [{ field: 'name', code }] });
  if (typed === '') return invalid('REQUIRED');
  if (typed.length > LONGEST_NAME) return invalid('TOO_LONG');
  const same = offices.some(({ id, endsOn, name: other }) => id !== own && endsOn === null && other === typed);
  return same ? invalid('TAKEN') : undefined;
}
