// Whom somebody supervises today: their own volunteers, and those of whom they stand in for.
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import type { AgencyId, PersonId, VolunteerId } from '@tongxing/shared/kernel';
import { Agencies, Volunteer } from '../people/index.js';
import { mayDo, type PersonActor } from '../platform/access/index.js';
import { Database } from '../platform/database/index.js';
import { SupervisionDelegate } from './delegates/supervision-delegate.entity.js';
import type { SessionView } from './sessions.repository.js';

export interface Circle {
  /** The actor, and everybody for whom they stand in today. Nobody where the actor does not supervise. */
  readonly supervisorIds: readonly PersonId[];
  readonly volunteers: readonly { readonly id: VolunteerId; readonly personId: PersonId }[];
}

@Injectable()
export class SupervisionCircle {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
  ) {}

  async of(actor: PersonActor): Promise<Circle> {
    if (!mayDo(actor, 'supervision.hold')) return { supervisorIds: [], volunteers: [] };
    const { agencyId, personId } = actor;
    const supervisorIds = [...new Set([personId, ...(await this.standsInFor(agencyId, personId))])];
    return { supervisorIds, volunteers: await this.volunteersOf(agencyId, supervisorIds) };
  }

  /** For whom this person stands in today. */
  async standsInFor(agencyId: AgencyId, delegateId: PersonId): Promise<PersonId[]> {
    const today = await this.agencies.today(agencyId);
    const rows = await this.database.repository(SupervisionDelegate).findBy({
      ...{ agencyId, delegateId },
      startsOn: LessThanOrEqual(today),
      endsOn: MoreThanOrEqual(today),
    });
    return rows.map(({ supervisorId }) => supervisorId as PersonId);
  }

  async volunteersOf(agencyId: AgencyId, supervisorIds: readonly string[]): Promise<Circle['volunteers']> {
    const rows = await this.database.repository(Volunteer).find({
      select: { id: true, personId: true },
      where: { agencyId, supervisorId: In([...supervisorIds]), erasedAt: IsNull() },
      order: { id: 'ASC' },
    });
    return rows.map(({ id, personId }) => ({ id: id as VolunteerId, personId: personId as PersonId }));
  }
}

/** What was said is read by whoever led it. A talk that is still to come is led by whoever has its people today. */
export function mayLead(actor: PersonActor, circle: Circle, session: SessionView): boolean {
  if (session.state !== 'SCHEDULED') return session.leaderId === actor.personId;
  if (circle.supervisorIds.includes(session.leaderId)) return true;
  const own = new Set<string>(circle.volunteers.map(({ id }) => id));
  return session.seats.length > 0 && session.seats.every(({ volunteerId }) => own.has(volunteerId));
}
