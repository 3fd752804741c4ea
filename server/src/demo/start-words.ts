// What the terminal says once the platform answers: where it is, and in the demo who may try it out.
import { Inject, Injectable } from '@nestjs/common';
import { CompanionshipsRepository, FamilyLinks } from '../matching/index.js';
import { allRows } from '../platform/access/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { COHORT_LOGIN, DEMO_LOGINS, DEMO_PASSWORD } from './demo-logins.js';
import { DemoPeople } from './demo-people.js';

const ROLES: Readonly<Partial<Record<(typeof DEMO_LOGINS)[number]['role'], string>>> = {
  SOCIAL_WORKER: '社工 social worker',
  SUPERVISOR: '督导 supervisor',
  DIRECTOR: '主任 director',
  VOLUNTEER: '志愿者 volunteer',
  CSR_COORDINATOR: '企业专员 CSR coordinator',
  EMPLOYEE: '员工 employee',
  DONOR: '捐赠人 donor',
  REFERRER: '合作机构 partner agency',
  EXPERT: '专家 expert',
};

@Injectable()
export class StartWords {
  constructor(
    private readonly people: DemoPeople,
    private readonly pairs: CompanionshipsRepository,
    private readonly links: FamilyLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Lines to print; a guardian's link is made anew, since only its fingerprint is ever stored. */
  async lines(): Promise<string[]> {
    const { publicUrl, demo, production } = this.config;
    const address = `同行 Tongxing: ${publicUrl}`;
    const worker = demo && !production ? await this.people.worker() : undefined;
    if (!worker) return [address];
    const { companionships } = await this.pairs.page(
      allRows(worker.agencyId),
      { state: 'ACTIVE' },
      { offset: 0, limit: 1 },
    );
    const link = companionships[0] && (await this.links.create(worker, companionships[0].id));
    return [
      address,
      '',
      `演示登录 Demo logins (密码 password: ${DEMO_PASSWORD})`,
      ...DEMO_LOGINS.map(({ name, role, identifier }) => `  ${identifier.padEnd(34)} ${name}  ${ROLES[role] ?? role}`),
      `  ${COHORT_LOGIN.identifier.padEnd(34)} ${COHORT_LOGIN.name}  主任, 历史数据 director, historical figures`,
      ...(link?.ok ? [`监护人 Guardian: ${publicUrl}${link.value.path}`] : []),
      `收件箱 Inbox of mail and SMS: ${publicUrl}/inbox`,
    ];
  }
}
