import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { Ids } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { ServiceArea } from './service-area.entity.js';

export type Area = Pick<ServiceArea, 'code' | 'name' | 'nameEn' | 'x' | 'y'> &
  // Nobody new is put there since that day.
  Partial<Pick<ServiceArea, 'closedOn'>>;

/** The agency's own table of areas. */
@Injectable()
export class Areas {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  list(agencyId: AgencyId): Promise<Area[]> {
    return this.database.repository(ServiceArea).find({ where: { agencyId }, order: { code: 'ASC' } });
  }

  /** Those where somebody new may be put. */
  async open(agencyId: AgencyId): Promise<Area[]> {
    return (await this.list(agencyId)).filter(({ closedOn }) => closedOn == null);
  }

  async byCode(agencyId: AgencyId): Promise<ReadonlyMap<string, Area>> {
    return new Map((await this.list(agencyId)).map((area) => [area.code, area]));
  }

  /** Inside a unit of work. */
  async addAll(agencyId: AgencyId, areas: readonly Area[]): Promise<void> {
    const rows = areas.map(({ code, name, nameEn, x, y }) => ({
      id: this.ids.next(),
      agencyId,
      code,
      name,
      nameEn,
      x,
      y,
    }));
    await this.database.repository(ServiceArea).insert(rows);
  }
}
