import { Injectable } from '@nestjs/common';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import type { ConcernReach } from './concerns.repository.js';
import { DutyRota } from './duty/duty-rota.js';

/**
 * Supervisors and directors are told of all in their offices, and so is whoever is on call, for as long as they are; a
 * worker of children beside whom they stand, of what they raised, and of what is theirs to do.
 */
@Injectable()
export class ConcernReaches {
  constructor(private readonly rota: DutyRota) {}

  async of(actor: PersonActor): Promise<ConcernReach> {
    const rows = rowsFor(actor, 'concern.read');
    const leads = actor.roles.includes('SUPERVISOR') || actor.roles.includes('DIRECTOR');
    return { rows, onlyOf: leads || (await this.rota.isOnCall(actor)) ? undefined : actor.personId };
  }
}
