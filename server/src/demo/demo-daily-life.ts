// What an ordinary week leaves behind: children and volunteers of each office, a colleague who asks to see a file.
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { AgencyId, LoginId, OfficeId } from '@tongxing/shared/kernel';
import { Child, ChildrenRepository, FileAccesses } from '../children/index.js';
import { AgencySettings, Volunteer } from '../people/index.js';
import { allRows, personActor, type PersonActor } from '../platform/access/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { DEMO_OFFICES, type DemoOffices, type OfficeName } from './demo-colleagues.js';
import { must } from './must.js';

const APPROVAL = 'fileApprovalNeeded';

@Injectable()
export class DemoDailyLife {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly settings: AgencySettings,
    private readonly children: ChildrenRepository,
    private readonly files: FileAccesses,
  ) {}

  /** Children and volunteers of an office's area belong to it, the others to the whole agency. */
  settle(agencyId: AgencyId, offices: ReadonlyMap<OfficeName, OfficeId>): Promise<void> {
    return this.work.run({ kind: 'system', agencyId, name: 'demo' }, async () => {
      for (const { name, areaCode } of DEMO_OFFICES) {
        const officeId = offices.get(name) ?? null;
        for (const entity of [Child, Volunteer]) {
          await this.database.repository(entity).update({ agencyId, areaCode, officeId: IsNull() }, { officeId });
        }
      }
    });
  }

  /** Asked while the agency wanted a second person's word, and still waiting for it. */
  async askForFile(director: PersonActor, { colleagues, offices }: DemoOffices): Promise<void> {
    const { agencyId } = director;
    const [{ name: office }] = DEMO_OFFICES;
    const officeId = offices.get(office);
    const personId = colleagues.get('唐一苇');
    if (!officeId || !personId) throw new Error('BUG: the demo has nobody who asks for a file');
    const asked = must(await this.settings.change(director, APPROVAL, 'true', 0), 'ask for approvals');
    const who = { agencyId, personId, loginId: 'demo' as LoginId, sessionId: 'demo' };
    const colleague = personActor(who, [{ role: 'SOCIAL_WORKER', officeId }]);
    const [child] = (await this.children.all(allRows(agencyId))).slice(-1);
    if (!child) throw new Error('BUG: the demo has no child');
    const wish = { childId: child.id, reason: '下周家访，想先知道怎么联系家里', requestId: 'demo' };
    const waiting = await this.files.request(colleague, wish);
    must(await this.settings.change(director, APPROVAL, 'false', asked.version), 'ask for no approvals any more');
    must(waiting, 'ask for a file');
  }
}
