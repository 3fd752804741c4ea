// One volunteer to another supervisor, as the board moves them: who was faster is told kindly, and nobody takes too many.
import { Injectable } from '@nestjs/common';
import { err, ok, type PersonId, type Result, type VolunteerId } from '@tongxing/shared/kernel';
import { PairHistory } from '../matching/index.js';
import {
  PeopleNames,
  Placements,
  RolesApart,
  SupervisionHistory,
  SupervisorPlaces,
  VolunteersRepository,
} from '../people/index.js';
import { rowsFor, type PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';

export interface SupervisorChangedError {
  readonly code: 'SUPERVISOR_CHANGED';
  /** Who supervises them by now; undefined: nobody. */
  readonly supervisorName: string | undefined;
}
export interface CaseloadFullError {
  readonly code: 'CASELOAD_FULL';
  readonly places: number;
  readonly held: number;
  /** What this volunteer brings along. */
  readonly more: number;
}
/** T14: who works on a family's case does not supervise somebody of that family. */
export interface SupervisorTooCloseError {
  readonly code: 'SUPERVISOR_TOO_CLOSE';
}
export interface Move {
  readonly volunteerId: string;
  /** Who supervised them on the page from which they are moved; undefined: nobody. */
  readonly from: string | undefined;
  readonly to: string;
}
export type MoveError = NotFoundError | SupervisorChangedError | CaseloadFullError | SupervisorTooCloseError;

@Injectable()
export class SupervisedMoves {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly names: PeopleNames,
    private readonly placements: Placements,
    private readonly volunteers: VolunteersRepository,
    private readonly places: SupervisorPlaces,
    private readonly history: SupervisionHistory,
    private readonly pairs: PairHistory,
    private readonly apart: RolesApart,
  ) {}

  move(actor: PersonActor, { volunteerId, from, to }: Move): Promise<Result<VolunteerId, MoveError>> {
    const { agencyId } = actor;
    return this.work.run(actor, async () => {
      const id = volunteerId as VolunteerId;
      const mine = await this.volunteers.byIds(rowsFor(actor, 'volunteer.arrange'), [id]);
      if (!mine.has(id)) return err({ code: 'NOT_FOUND' as const });
      // The supervisor's row first, as a new pair locks it, then the volunteer's: nobody waits for each other in a ring.
      const supervised = await this.volunteers.lockSupervised(agencyId, to as PersonId);
      const volunteer = await this.volunteers.lock(agencyId, id);
      const atWork = (await this.placements.supervisors(agencyId)).some(({ personId }) => personId === to);
      if (!volunteer || !atWork) return err({ code: 'NOT_FOUND' as const });
      const { supervisorId } = volunteer;
      if (supervisorId === to) return ok(id);
      if (supervisorId !== from) {
        const names = await this.names.of(agencyId, supervisorId ? [supervisorId] : []);
        return err({ code: 'SUPERVISOR_CHANGED' as const, supervisorName: names.get(supervisorId ?? '') });
      }
      if ((await this.apart.volunteers(agencyId, to, [id])).size > 0)
        return err({ code: 'SUPERVISOR_TOO_CLOSE' as const });
      const more = await this.pairs.heldBy(agencyId, [id]);
      const held = await this.pairs.heldBy(agencyId, supervised);
      const { places } = (await this.places.of(agencyId, [to]))(to);
      if (more > 0 && held + more > places) return err({ code: 'CASELOAD_FULL' as const, places, held, more });
      await this.history.put(agencyId, [id], to);
      const facts = { to, from: from ?? null };
      this.trail.record({ action: 'volunteer.supervisorAssigned', subjectType: 'Volunteer', subjectId: id, facts });
      return ok(id);
    });
  }
}
