import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@tongxing/shared/kernel';
import { ROLE_NAMES } from '@tongxing/shared/permissions';
import { Agencies, Staff, StaffCredentials, type StaffMember } from '../../../people/index.js';
import type { PersonActor } from '../../../platform/access/index.js';
import { listed, toRows, type Cells, type ListColumn, type ListSource, type Reading } from '../list-source.js';

const TIMES = ['NOW', 'LATER', 'BEFORE'] as const;
type Time = (typeof TIMES)[number];
const staff = { resource: 'staff', grade: 'G2' } as const;
const WHOLE_AGENCY = { zh: '全机构', en: 'whole agency' };

interface Row {
  readonly member: StaffMember;
  readonly offices: ReadonlyMap<string, string>;
  readonly today: LocalDate;
  readonly endsOn: LocalDate | undefined;
}

/** The list of colleagues as a file. */
@Injectable()
export class StaffSource implements ListSource {
  readonly list = 'STAFF';
  readonly permission = 'staff.read';
  readonly subjectType = 'Person';
  readonly columns: readonly ListColumn[] = [
    { key: 'name', head: { zh: '姓名', en: 'Name' }, declared: staff },
    { key: 'roles', head: { zh: '职责', en: 'Roles' }, declared: staff },
    { key: 'since', head: { zh: '从哪天起', en: 'Since' }, declared: staff },
    { key: 'certificate', head: { zh: '快到期的证书', en: 'Certificate ends' }, declared: staff },
  ];
  readonly #cells: Cells<Row> = {
    Name: ({ member }) => member.name,
    Roles: ({ member, offices, today }, { locale }) =>
      listed(
        member.posts
          .filter(({ endsOn }) => endsOn === undefined || endsOn >= today)
          .map(({ role, officeId }) => {
            const place = officeId === undefined ? WHOLE_AGENCY[locale] : (offices.get(officeId) ?? '');
            return locale === 'en' ? `${ROLE_NAMES[role].en} (${place})` : `${ROLE_NAMES[role].zh}（${place}）`;
          }),
        locale,
      ),
    Since: ({ member }) => member.posts[0]?.startsOn ?? '',
    'Certificate ends': ({ endsOn }) => endsOn ?? '',
  };

  constructor(
    private readonly staff: Staff,
    private readonly agencies: Agencies,
    private readonly credentials: StaffCredentials,
  ) {}

  async ids({ agencyId }: PersonActor, filters: URLSearchParams, limit: number): Promise<string[]> {
    const when = TIMES.find((time) => time === filters.get('when'));
    const today = await this.agencies.today(agencyId);
    const due = filters.get('credentials') === 'SOON' ? await this.credentials.dueSoon(agencyId) : undefined;
    const members = (await this.staff.list(agencyId)).filter(
      (one) => (!when || timeOf(one, today) === when) && (!due || due.has(one.personId)),
    );
    return members.map(({ personId }) => personId).slice(0, limit);
  }

  async rows(ids: readonly string[], columns: readonly ListColumn[], reading: Reading): Promise<string[][]> {
    const { agencyId } = reading.actor;
    const members = new Map((await this.staff.list(agencyId)).map((member) => [member.personId as string, member]));
    const offices = new Map((await this.staff.offices(agencyId)).map(({ id, name }) => [id, name]));
    const today = await this.agencies.today(agencyId);
    const due = await this.credentials.dueSoon(agencyId);
    const rows = ids.flatMap((id) => {
      const member = members.get(id);
      return member ? [{ member, offices, today, endsOn: due.get(id)?.[0] }] : [];
    });
    return toRows(rows, this.#cells, columns, reading);
  }
}

/** As the page tells it: in force, to come or invited, over. */
function timeOf({ posts, awaited, account }: StaffMember, today: LocalDate): Time {
  const isOver = (endsOn: LocalDate | undefined) => endsOn !== undefined && endsOn < today;
  if (posts.some(({ startsOn, endsOn }) => !isOver(endsOn) && startsOn <= today)) return 'NOW';
  const invited = awaited.length > 0 && account.state !== 'NOT_INVITED';
  return invited || posts.some(({ startsOn, endsOn }) => !isOver(endsOn) && startsOn > today) ? 'LATER' : 'BEFORE';
}
