import { Injectable } from '@nestjs/common';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { CaseTeam } from './case-team.js';
import type { ConcernReach } from './concerns.repository.js';
import { DutyRota } from './duty/duty-rota.js';

/**
 * Supervisors and directors are told of all in their offices, and so is whoever is on call, for as long as they are; a
 * worker of children beside whom they stand, of what they raised, and of what is theirs to do. What is about somebody is
 * never theirs to know; what is about everybody who leads is everybody else's.
 */
@Injectable()
export class ConcernReaches {
  constructor(
    private readonly rota: DutyRota,
    private readonly team: CaseTeam,
  ) {}

  async of(actor: PersonActor): Promise<ConcernReach> {
    const rows = rowsFor(actor, 'concern.read');
    const { personId: self } = actor;
    const leading = actor.roles.includes('SUPERVISOR') || actor.roles.includes('DIRECTOR');
    if (leading || (await this.rota.isOnCall(actor))) return { rows, self, onlyOf: undefined, leads: [] };
    const leads = [...(await this.team.ids(actor.agencyId, ['SUPERVISOR', 'DIRECTOR']))];
    return { rows, self, onlyOf: self, leads };
  }
}
