// T14, asked whenever a supervisor or a case's worker changes: nobody stands on both sides of one family. The child's row is
// the one lock of all who change either side, so that of two at once the second sees what the first has done.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Child } from '../children/index.js';
import { PairHistory } from '../matching/index.js';
import { Agencies, RolesApart, type ApartRule, Volunteer } from '../people/index.js';
import { Database, inParts, placeholders } from '../platform/database/index.js';
import { HelperJourney } from './helper.entities.js';

/** By the name of its table, since `supervision` asks this module for what it shows. */
const STAND_INS = 'supervision_delegate';
interface StandIn {
  readonly id: string;
  readonly agencyId: string;
  readonly supervisorId: string;
  readonly delegateId: string;
  readonly endsOn: string;
}
interface OpenJourney {
  readonly volunteerId: string;
  readonly childId: string;
  readonly begunBy: string;
}

@Injectable()
export class HelperSides implements OnModuleInit, ApartRule {
  constructor(
    private readonly database: Database,
    private readonly agencies: Agencies,
    private readonly apart: RolesApart,
    private readonly pairs: PairHistory,
  ) {}

  onModuleInit(): void {
    this.apart.add(this);
  }

  async volunteers(
    agencyId: AgencyId,
    supervisorId: string,
    volunteerIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const found: OpenJourney[] = [];
    for (const some of inParts(volunteerIds)) {
      const sql = `SELECT v.id AS volunteerId, j.childId AS childId, j.begunBy AS begunBy FROM volunteer v
        JOIN helper_journey j ON j.agencyId = v.agencyId AND j.openPersonId = v.personId
        WHERE v.agencyId = ? AND v.id IN (${placeholders(some)})`;
      found.push(...(await this.database.read<OpenJourney>(sql, [agencyId, ...some])));
    }
    const barred = new Set<string>();
    for (const { volunteerId, childId, begunBy } of found) {
      if (await this.onBoth(agencyId, supervisorId, { childId, begunBy })) barred.add(volunteerId);
    }
    return barred;
  }

  /** Whether this supervisor, or whoever stands in for them, works on the case. Inside a unit of work. */
  async onBoth(
    agencyId: AgencyId,
    supervisorId: string,
    { childId, begunBy }: { readonly childId: string; readonly begunBy: string },
  ): Promise<boolean> {
    await this.#lock(agencyId, [childId]);
    const workers = [begunBy, await this.pairs.workerOf(agencyId, childId)];
    const supervising = [supervisorId, ...(await this.#standIns(agencyId, supervisorId))];
    return supervising.some((one) => workers.includes(one));
  }

  async children(agencyId: AgencyId, workerId: string, childIds: readonly string[]): Promise<ReadonlySet<string>> {
    await this.#lock(agencyId, childIds);
    const barred = new Set<string>();
    for (const some of inParts(childIds)) {
      const query = this.database
        .repository(HelperJourney)
        .createQueryBuilder('j')
        .where({ agencyId, childId: In([...some]) })
        .andWhere('j.openPersonId IS NOT NULL');
      for (const { childId, supervisorId } of await this.database.forUpdate(query).getMany()) {
        if (supervisorId === workerId || (await this.#standIns(agencyId, supervisorId)).includes(workerId)) {
          barred.add(childId);
        }
      }
    }
    return barred;
  }

  /** The way names who supervises now, so that its page and a second yes say the same. */
  async supervisedBy(agencyId: AgencyId, volunteerIds: readonly string[], supervisorId: string): Promise<void> {
    for (const some of inParts(volunteerIds)) {
      const where = { agencyId, id: In([...some]) };
      const rows = await this.database.repository(Volunteer).find({ select: { personId: true }, where });
      const personIds = rows.map(({ personId }) => personId);
      await this.database.repository(HelperJourney).update({ agencyId, openPersonId: In(personIds) }, { supervisorId });
    }
  }

  /** Always in one order: two who hold several children wait for each other, never in a ring. */
  async #lock(agencyId: AgencyId, childIds: readonly string[]): Promise<void> {
    for (const some of inParts([...new Set(childIds)].sort())) {
      const query = this.database
        .repository(Child)
        .createQueryBuilder('c')
        .select('c.id')
        .where({ agencyId, id: In([...some]) })
        .orderBy('c.id');
      await this.database.forUpdate(query).getMany();
    }
  }

  /**
   * Who stands in for this supervisor, today or later. Read with locks, since a plain read answers as of this unit's
   * first one: somebody who was given it at the same moment would not be there.
   */
  async #standIns(agencyId: AgencyId, supervisorId: string): Promise<string[]> {
    const endsOn = MoreThanOrEqual<string>(await this.agencies.today(agencyId));
    const query = this.database
      .repository<StandIn>(STAND_INS)
      .createQueryBuilder('d')
      .select(['d.id', 'd.delegateId'])
      .where({ agencyId, supervisorId, endsOn });
    return (await this.database.forUpdate(query).getMany()).map(({ delegateId }) => delegateId);
  }
}
