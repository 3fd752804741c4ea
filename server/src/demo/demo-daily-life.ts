// What an ordinary week leaves behind: children and volunteers of each office, a colleague who asks to see a file.
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  addDays,
  type AgencyId,
  type LocalDate,
  type LoginId,
  type OfficeId,
  type PersonId,
} from '@tongxing/shared/kernel';
import type { VolunteerKindCode } from '@tongxing/shared/rules';
import { Child, ChildrenRepository, FileAccesses, HouseholdMember } from '../children/index.js';
import { AgencySettings, PeopleRepository, Volunteer, VolunteerKind, VolunteersRepository } from '../people/index.js';
import { allRows, personActor, type PersonActor } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { DEMO_OFFICES, type DemoOffices, type OfficeName } from './demo-colleagues.js';
import { must } from './must.js';

const KINDS: readonly VolunteerKindCode[] = [
  ...(['STUDENT', 'STUDENT', 'ENTREPRENEUR', 'OFFICIAL', 'ACADEMIC', 'JOURNALIST'] as const),
  ...(['MIGRANT_WORKER', 'MIGRANT_WORKER', 'STUDENT', 'SPONSOR', 'SPONSOR'] as const),
];
/** Of so many volunteers one has told who they are beside it. */
const EVERY = 5;
const PARENTS = 2;
const NEW_VOLUNTEER = { languages: ['MANDARIN'], skills: ['CRAFT'], freeTimes: [], places: 1 };
const APPROVAL = 'fileApprovalNeeded';

@Injectable()
export class DemoDailyLife {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly settings: AgencySettings,
    private readonly children: ChildrenRepository,
    private readonly files: FileAccesses,
    private readonly people: PeopleRepository,
    private readonly volunteers: VolunteersRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
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

  /** Who some of the volunteers are beside it; two of them are parents of children here (T14: two profiles, no link). */
  introduce(agencyId: AgencyId, today: LocalDate): Promise<void> {
    return this.work.run({ kind: 'system', agencyId, name: 'demo' }, async () => {
      const volunteers = await this.database.repository(Volunteer).find({ where: { agencyId }, order: { id: 'ASC' } });
      const kinds = KINDS.flatMap((kind, index) => {
        const volunteer = volunteers[index * EVERY];
        return volunteer ? [this.#kind(volunteer, kind, today)] : [];
      });
      const parents = await this.#parents(agencyId);
      await this.people.assignRoleToAll(agencyId, parents, 'VOLUNTEER', addDays(today, -60));
      await this.volunteers.addAll(parents.map((personId) => ({ agencyId, personId, ...NEW_VOLUNTEER })));
      const ofParents = parents.map((personId) => this.#kind({ agencyId, personId }, 'PARENT', today));
      await this.database.repository(VolunteerKind).insert([...kinds, ...ofParents]);
    });
  }

  async #parents(agencyId: AgencyId): Promise<PersonId[]> {
    const mothers = await this.database.repository(HouseholdMember).find({
      where: { agencyId, relation: 'MOTHER', isCaregiver: true },
      order: { id: 'ASC' },
      take: PARENTS,
    });
    return mothers.map(({ personId }) => personId as PersonId);
  }

  #kind(
    { agencyId, personId }: { readonly agencyId: string; readonly personId: string },
    kind: VolunteerKindCode,
    today: LocalDate,
  ): VolunteerKind {
    const dated = { startsOn: addDays(today, -60), endsOn: null, batchId: null, recordedAt: this.clock.nowIso() };
    return { id: this.ids.next(), agencyId, personId, kind, ...dated };
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
