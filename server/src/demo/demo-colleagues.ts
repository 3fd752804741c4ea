// Who else belongs to the demo agency: two offices with colleagues, three companies, twelve donors, and who was invited.
import { Injectable } from '@nestjs/common';
import { addDays, type AgencyId, type LocalDate, type OfficeId, type PersonId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import type { StaffCredentialKind } from '@tongxing/shared/rules';
import { Invitations, Office, PeopleRepository, StaffCredential, VolunteerKind } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { must } from './must.js';

/** Each stands beside the children and volunteers of its own area. */
export const DEMO_OFFICES = [
  { name: '晴川服务点', areaCode: 'YX01' },
  { name: '石榴服务点', areaCode: 'YX02' },
] as const;
export type OfficeName = (typeof DEMO_OFFICES)[number]['name'];

const TIME_ZONE = 'Asia/Shanghai';

interface Colleague {
  readonly name: string;
  readonly role: Role;
  readonly office?: OfficeName;
}
const COLLEAGUES: readonly Colleague[] = [
  { name: '唐一苇', role: 'SOCIAL_WORKER', office: '晴川服务点' },
  { name: '高云帆', role: 'SOCIAL_WORKER', office: '晴川服务点' },
  { name: '苏青麦', role: 'SOCIAL_WORKER', office: '石榴服务点' },
  { name: '罗小枫', role: 'SOCIAL_WORKER', office: '石榴服务点' },
  { name: '孟知言', role: 'ARCHIVIST' },
  { name: '石明竹', role: 'FINANCE' },
];
/** Two companies beside that of the coordinator who signs in. */
const COORDINATORS = ['柏星川', '简初晴'] as const;
const EMPLOYEES = ['阮春野', '齐新桐', '蓝思屿', '易向松', '舒若泉', '车清荷'] as const;
const DONORS = [
  ...['温知秋', '祝明溪', '鲁安禾', '颜书竹', '孔晓棠', '康星苇'],
  ...['贺青帆', '龙子松', '邵云桐', '万初朗', '钱雨荷'],
] as const;

/** Holders by name, and from how many days ago to how many days on. */
const CREDENTIALS: readonly (readonly [
  name: string,
  kind: StaffCredentialKind,
  since: number,
  until: number | null,
])[] = [
  ['林溪', 'SOCIAL_WORKER', 900, 195],
  ['陈静', 'SENIOR_SOCIAL_WORKER', 1_400, null],
  ['周敏', 'SOCIAL_WORKER', 1_000, 95],
  ['唐一苇', 'SOCIAL_WORKER', 700, 390],
  ['高云帆', 'SOCIAL_WORKER_ASSISTANT', 1_080, 15],
  ['苏青麦', 'SOCIAL_WORKER', 1_130, -35],
  ['罗小枫', 'COUNSELLOR', 500, 590],
];

export interface DemoOffices {
  /** Staff by name, those with a login among them. */
  readonly colleagues: ReadonlyMap<string, PersonId>;
  readonly offices: ReadonlyMap<OfficeName, OfficeId>;
}

@Injectable()
export class DemoColleagues {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly invitations: Invitations,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async create(agencyId: AgencyId, known: ReadonlyMap<string, PersonId>, today: LocalDate): Promise<DemoOffices> {
    return this.work.run({ kind: 'system', agencyId, name: 'demo' }, async () => {
      const since = addDays(today, -380);
      const offices = await this.#openOffices(agencyId, since);
      const colleagues = new Map(known);
      const newcomers = await this.people.addAll(COLLEAGUES.map(({ name }) => ({ agencyId, name })));
      for (const [index, { name, role, office }] of COLLEAGUES.entries()) {
        const personId = newcomers[index];
        if (!personId) throw new Error('BUG: a colleague of the demo was not added');
        colleagues.set(name, personId);
        await this.people.assignRole(agencyId, personId, role, since, office && offices.get(office));
      }
      await this.#addAll(agencyId, COORDINATORS, 'CSR_COORDINATOR', since);
      await this.#addAll(agencyId, DONORS, 'DONOR', since);
      await this.#addKind(agencyId, await this.#addAll(agencyId, EMPLOYEES, 'EMPLOYEE', since), today);
      await this.#addCredentials(agencyId, colleagues, today);
      return { colleagues, offices };
    });
  }

  /** A colleague by mail and a volunteer by SMS, neither of whom has answered yet. */
  async invite(director: PersonActor, worker: PersonActor): Promise<void> {
    const today = this.clock.today(TIME_ZONE);
    const as = (role: Role) => [{ role, officeId: null, startsOn: today, endsOn: null }];
    const colleague = { name: '程望舒', identifier: 'newcomer@demo.tongxing.example', roles: as('SOCIAL_WORKER') };
    must(await this.invitations.invite(director, { ...colleague, locale: 'zh-CN' }), 'invite a colleague');
    const volunteer = { name: '江渔火', identifier: '19900000400', roles: as('VOLUNTEER') };
    must(await this.invitations.invite(worker, { ...volunteer, locale: 'zh-CN' }), 'invite a volunteer');
  }

  async #openOffices(agencyId: AgencyId, startsOn: LocalDate): Promise<ReadonlyMap<OfficeName, OfficeId>> {
    const createdAt = this.clock.nowIso();
    const rows = DEMO_OFFICES.map(({ name, areaCode }) => {
      return { id: this.ids.next<OfficeId>(), agencyId, name, areaCode, startsOn, endsOn: null, createdAt };
    });
    await this.database.repository(Office).insert(rows);
    return new Map(rows.map(({ name, id }) => [name, id]));
  }

  async #addAll(agencyId: AgencyId, names: readonly string[], role: Role, since: LocalDate): Promise<PersonId[]> {
    const personIds = await this.people.addAll(names.map((name) => ({ agencyId, name })));
    await this.people.assignRoleToAll(agencyId, personIds, role, since);
    return personIds;
  }

  async #addKind(agencyId: AgencyId, personIds: readonly PersonId[], today: LocalDate): Promise<void> {
    const recordedAt = this.clock.nowIso();
    const kind = { agencyId, kind: 'CORPORATE' as const, startsOn: addDays(today, -120), endsOn: null, batchId: null };
    const rows = personIds.map((personId) => ({ ...kind, id: this.ids.next(), personId, recordedAt }));
    await this.database.repository(VolunteerKind).insert(rows);
  }

  async #addCredentials(agencyId: AgencyId, people: ReadonlyMap<string, PersonId>, today: LocalDate): Promise<void> {
    const recordedAt = this.clock.nowIso();
    const rows = CREDENTIALS.flatMap(([name, kind, since, until]) => {
      const personId = people.get(name);
      if (!personId) throw new Error(`BUG: the demo has no ${name}`);
      return {
        id: this.ids.next(),
        agencyId,
        personId,
        kind,
        numberSealed: null,
        issuedBy: '云溪区社会工作资格登记处（虚构）',
        validFrom: addDays(today, -since),
        validUntil: until === null ? null : addDays(today, until),
        batchId: null,
        confirmedBy: null,
        recordedBy: null,
        recordedAt,
        takenBackAt: null,
        takenBackBy: null,
        takenBackReason: null,
      };
    });
    await this.database.repository(StaffCredential).insert(rows);
  }
}
