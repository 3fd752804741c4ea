// One pair for whoever may act on it: the case team where the child is theirs, a volunteer where the pair is the own one.
import { Injectable } from '@nestjs/common';
import { err, type Result } from '@tongxing/shared/kernel';
import type { Permission } from '@tongxing/shared/permissions';
import { HOLDS_PLACE } from '@tongxing/shared/states';
import { VolunteersRepository } from '../../people/index.js';
import { allRows, rowsFor, type PersonActor } from '../../platform/access/index.js';
import { CompanionshipsRepository, type CompanionshipView, type StepError } from './companionships.repository.js';

@Injectable()
export class OwnPairs {
  constructor(
    private readonly repository: CompanionshipsRepository,
    private readonly volunteers: VolunteersRepository,
  ) {}

  /** Locked, inside a unit of work. Somebody else's pair, or an own one that has ended, answers as a missing one. */
  async lock(
    actor: PersonActor,
    permission: Permission,
    id: string,
    version?: number,
  ): Promise<Result<CompanionshipView, StepError>> {
    const asTeam = await this.repository.find(rowsFor(actor, permission), id);
    const pair = asTeam ?? (await this.#standing(actor, id));
    return pair ? this.repository.lock(allRows(actor.agencyId), pair.id, version) : err({ code: 'NOT_FOUND' });
  }

  async #standing(actor: PersonActor, id: string): Promise<CompanionshipView | undefined> {
    const pair = await this.own(actor, id);
    return pair && HOLDS_PLACE.includes(pair.state) ? pair : undefined;
  }

  /** A volunteer's own pair, whatever has become of it; undefined for any other. */
  async own(actor: PersonActor, id: string): Promise<CompanionshipView | undefined> {
    const volunteer = await this.volunteers.byPerson(actor.agencyId, actor.personId);
    const pair = volunteer && (await this.repository.find(allRows(actor.agencyId), id));
    return pair?.volunteerId === volunteer?.id ? pair : undefined;
  }
}
