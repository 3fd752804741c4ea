// People who would like to volunteer, each at another point of the way: still writing, waiting, talked with, answered.
import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate } from '@tongxing/shared/kernel';
import { LEGAL_VERSIONS, newApplyCode, type ApplicationAnswers } from '@tongxing/shared/rules';
import { ApplicationAsks, Applications, Applying, ApplyForms, type DeskApplication } from '../applications/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { DemoStaff } from './demo-people.js';
import { must } from './must.js';

const HERE = 'demo';
const HOUR = 60;
const ADULT_DAYS = 9_900;
const SIXTEEN_DAYS = 6_000;

interface Applicant {
  readonly name: string;
  readonly phone: string;
  readonly daysOld: number;
  /** Undefined: still being written. */
  readonly sent?: ApplicationAnswers;
}
const saturday = { weekday: 6, startMinute: 9 * HOUR, endMinute: 12 * HOUR };
const wednesday = { weekday: 3, startMinute: 18 * HOUR, endMinute: 20.5 * HOUR };
const WHOLE: ApplicationAnswers = {
  interests: ['COMPANIONSHIP', 'TUTORING'],
  freeTimes: [saturday],
  areaCode: 'YX01',
  languages: ['MANDARIN'],
  skills: ['READING', 'LISTENING'],
  motive: '小时候跟着爸妈搬过五次家，每次都有一位老师陪我重新开始。想把这份陪伴传下去。',
  experience: '',
  referees: [{ name: '周老师', phone: '13900009101', relation: '大学时的辅导员' }],
};
const APPLICANTS: readonly Applicant[] = [
  { name: '林晓帆', phone: '13900009001', daysOld: ADULT_DAYS, sent: WHOLE },
  {
    name: '贺知夏',
    phone: '13900009002',
    daysOld: SIXTEEN_DAYS,
    sent: {
      ...WHOLE,
      ...{ interests: ['GROUP', 'OUTING'], freeTimes: [saturday, wednesday], guardianName: '贺青' },
      guardianPhone: '13900009202',
      motive: '我妹妹刚转学过来，不太敢说话。我想陪像她一样的孩子一起玩。',
      referees: [{ name: '方老师', phone: '13900009102', relation: '班主任' }],
    },
  },
  {
    name: '苏明禾',
    phone: '13900009003',
    daysOld: ADULT_DAYS + 2_000,
    sent: {
      ...WHOLE,
      ...{ languages: ['MANDARIN', 'SICHUANESE'], skills: ['HOMEWORK', 'GAMES'], freeTimes: [wednesday] },
      motive: '在社区住了十年，认识很多刚搬来的家庭，想正式地做点什么。',
      experience: '在社区图书角值过两年班。',
    },
  },
  {
    name: '高远舟',
    phone: '13900009004',
    daysOld: ADULT_DAYS,
    sent: { ...WHOLE, freeTimes: [{ weekday: 1, startMinute: 9 * HOUR, endMinute: 12 * HOUR }] },
  },
  { name: '邵言', phone: '13900009005', daysOld: ADULT_DAYS },
];

@Injectable()
export class DemoApplicants {
  constructor(
    private readonly applying: Applying,
    private readonly forms: ApplyForms,
    private readonly applications: Applications,
    private readonly asks: ApplicationAsks,
    private readonly work: UnitOfWork,
  ) {}

  async arrive({ agencyId, worker, supervisor }: DemoStaff, today: LocalDate): Promise<void> {
    must(await this.forms.make(worker, 'TEAM', '阳光车队（虚构）'), 'make a link for a team');
    for (const applicant of APPLICANTS) await this.#apply(agencyId, applicant, today);
    const { applications } = await this.applications.page(supervisor, 'WAITING', { offset: 0, limit: 20 });
    const called = (name: string) => applications.find(({ application }) => application.answers.name === name);
    await this.#talkAbout(supervisor, called('苏明禾'), today);
    await this.#declineKindly(supervisor, called('高远舟'));
  }

  async #apply(agencyId: DemoStaff['agencyId'], applicant: Applicant, today: LocalDate): Promise<void> {
    const { name, phone, daysOld, sent } = applicant;
    const code = newApplyCode((below) => randomInt(below));
    const begin = { code, agencyId, link: undefined, locale: 'zh-CN', name, phone } as const;
    must(await this.applying.start(begin, HERE), `begin the application of ${name}`);
    const birthDate = addDays(today, -daysOld);
    const answers = sent ?? { interests: ['COMPANIONSHIP'] };
    must(await this.applying.save(code, { ...answers, birthDate }), `keep the application of ${name}`);
    if (sent) must(await this.applying.send(code, LEGAL_VERSIONS.privacy), `send the application of ${name}`);
  }

  /** Talked with, and somebody who knows her has answered: the decision waits. */
  async #talkAbout(
    supervisor: DemoStaff['supervisor'],
    found: DeskApplication | undefined,
    today: LocalDate,
  ): Promise<void> {
    if (!found) throw new Error('BUG: the demo has nobody to talk with');
    const { application } = found;
    const note = '说话慢，会等孩子。住得近，周三晚上稳定有空。想先从小组开始，再做一对一。';
    const talk = { applicationId: application.id, talkedOn: today, note, requestId: 'demo' };
    must(await this.applications.talk(supervisor, talk), 'note a talk');
    const contact = { name: '周老师', phone: '+8613900009101', relation: '大学时的辅导员' };
    const code = await this.work.run(supervisor, () =>
      this.asks.ask(application, 'REFEREE', contact, supervisor.personId),
    );
    const words = '认识她十二年，答应的事都会做到。在图书角，孩子们愿意围着她。';
    const said = { name: '周老师', words };
    const reply = { code, locale: 'zh-CN', answer: 'YES', said, textHash: undefined } as const;
    must(await this.asks.reply(reply), 'answer as a referee');
  }

  async #declineKindly(supervisor: DemoStaff['supervisor'], found: DeskApplication | undefined): Promise<void> {
    if (!found) throw new Error('BUG: the demo has nobody to answer');
    const { id, version } = found.application;
    const letter = '周末的时间有变化，随时告诉我们，您讲故事的本事，孩子们会喜欢。';
    const declining = { applicationId: id, version, reason: 'TIMES_DO_NOT_FIT', letter, note: '' };
    must(await this.applications.decline(supervisor, declining), 'answer kindly');
  }
}
