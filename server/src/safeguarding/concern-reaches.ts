import { Injectable } from '@nestjs/common';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import type { ConcernReach } from './concerns.repository.js';

/** Supervisors and directors are told of all in their offices; a worker of children beside whom they stand, and their own. */
@Injectable()
export class ConcernReaches {
  of(actor: PersonActor): Promise<ConcernReach> {
    const rows = rowsFor(actor, 'concern.read');
    const leads = actor.roles.includes('SUPERVISOR') || actor.roles.includes('DIRECTOR');
    return Promise.resolve({ rows, onlyOf: leads ? undefined : actor.personId });
  }
}
