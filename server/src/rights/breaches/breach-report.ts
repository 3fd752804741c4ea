// The report form to the authority, as a sheet: what the article asks to be told, in the order in which it is asked.
import { formatInTimeZone } from '../format-instant.js';
import {
  stepStanding,
  type AffectedGroup,
  type BreachCategory,
  type BreachKind,
  type BreachStep,
  type ToldHow,
} from '@tongxing/shared/rules';
import type { PdfSheet } from '../../platform/pdf/index.js';
import type { Words } from '../domain/copy.js';
import type { BreachView } from './breaches.js';

const say = (zh: string, en: string): Words => ({ zh, en });
const KINDS: Readonly<Record<BreachKind, Words>> = {
  LEAKED: say('泄露', 'Leaked'),
  CHANGED: say('被改动', 'Changed'),
  LOST: say('丢失', 'Lost'),
};
const CATEGORIES: Readonly<Record<BreachCategory, Words>> = {
  NAMES: say('姓名', 'Names'),
  CONTACTS: say('联系方式', 'Contacts'),
  ADDRESSES: say('住址', 'Addresses'),
  ID_NUMBERS: say('证件号码', 'ID numbers'),
  FAMILY: say('家庭情况', 'Family'),
  SCHOOL: say('学校', 'School'),
  HEALTH: say('健康', 'Health'),
  SAFETY: say('安全', 'Safety'),
  PAPERS: say('证明和扫描件', 'Papers'),
  ACCOUNTS: say('账号', 'Accounts'),
};
const GROUPS: Readonly<Record<AffectedGroup, Words>> = {
  CHILDREN: say('儿童', 'Children'),
  GUARDIANS: say('监护人', 'Guardians'),
  VOLUNTEERS: say('志愿者', 'Volunteers'),
  STAFF: say('工作人员', 'Staff'),
  OTHERS: say('其他人', 'Others'),
};
const STEPS: Readonly<Record<BreachStep, Words>> = {
  CONTAIN: say('启动预案，止住事件', 'Contained'),
  TELL_AUTHORITY: say('报告网信等部门', 'Authority told'),
  TELL_AFFECTED: say('告知受影响的未成年人及其监护人', 'Those concerned told'),
  CLOSE: say('处理完毕', 'Closed'),
};
const HOW: Readonly<Record<ToldHow, Words>> = {
  EACH: say('逐一告知', 'Each by themselves'),
  PUBLIC_NOTICE: say('难以逐一告知，发布了警示信息', 'By a public notice, since not each could be reached'),
  NOBODY_AFFECTED: say('确认没有人受影响', 'Nobody turned out to be concerned'),
};

export interface ReportFrame {
  readonly agency: string;
  readonly contact: string;
  readonly zone: string;
  readonly language: PdfSheet['language'];
  readonly now: string;
}

export function breachSheet(breach: BreachView, { agency, contact, zone, language, now }: ReportFrame): PdfSheet {
  const chinese = language === 'zh-CN';
  const word = ({ zh, en }: Words): string => (chinese ? zh : en);
  const list = (words: readonly Words[]) => words.map(word).join(chinese ? '、' : ', ');
  const at = (instant: string | null) => (instant === null ? '—' : formatInTimeZone(instant, zone));
  const { facts, deadlines, drill } = breach;
  const doneAt: Readonly<Record<BreachStep, string | null>> = {
    CONTAIN: breach.containedAt,
    TELL_AUTHORITY: breach.authorityToldAt,
    TELL_AFFECTED: breach.affectedToldAt,
    CLOSE: breach.closedAt,
  };
  const steps = (Object.keys(STEPS) as BreachStep[]).map((step) => [
    word(STEPS[step]),
    at(deadlines[step]),
    at(doneAt[step]),
    word(STANDINGS[stepStanding(deadlines[step], doneAt[step] ?? undefined, now)]),
  ]);
  const title = chinese ? '个人信息安全事件报告' : 'Report of a breach of personal data';
  return {
    language,
    agency,
    title: drill ? `${title}（${chinese ? '演练' : 'exercise'}）` : title,
    subtitle: `${breach.number} · ${at(now)}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          [chinese ? '报告单位' : 'Reported by', agency],
          [chinese ? '联系方式' : 'Contact', contact],
          [chinese ? '发生时间' : 'Happened', at(breach.happenedAt)],
          [chinese ? '发现时间' : 'Noticed', at(breach.noticedAt)],
          [chinese ? '事件类型' : 'Kind', list(breach.kinds.map((kind) => KINDS[kind]))],
          [chinese ? '涉及的信息' : 'Data concerned', list(breach.categories.map((one) => CATEGORIES[one]))],
        ],
      },
      { kind: 'heading', text: chinese ? '受影响的人' : 'People concerned' },
      {
        kind: 'table',
        head: chinese ? ['哪些人', '大约人数'] : ['Who', 'About how many'],
        rows: breach.affected.map(({ group, count }) => [word(GROUPS[group]), String(count)]),
      },
      { kind: 'heading', text: chinese ? '发生了什么' : 'What happened' },
      { kind: 'paragraph', text: facts.happened },
      { kind: 'heading', text: chinese ? '可能的影响' : 'What it may lead to' },
      { kind: 'paragraph', text: facts.harm === '' ? '—' : facts.harm },
      { kind: 'heading', text: chinese ? '已经采取的措施' : 'What was done' },
      { kind: 'paragraph', text: facts.done === '' ? '—' : facts.done },
      { kind: 'heading', text: chinese ? '步骤和时限' : 'Steps and their clocks' },
      {
        kind: 'table',
        head: chinese ? ['步骤', '时限', '完成', '情况'] : ['Step', 'By', 'Done', 'How it stands'],
        rows: steps,
      },
      {
        kind: 'facts',
        rows: [
          [chinese ? '主管部门回执' : "Authority's reference", breach.authorityReference ?? '—'],
          [
            chinese ? '告知方式' : 'How those concerned were told',
            breach.affectedToldHow ? word(HOW[breach.affectedToldHow]) : '—',
          ],
        ],
      },
      {
        kind: 'paragraph',
        quiet: true,
        text: chinese
          ? '依据：《未成年人网络保护条例》第三十五条。'
          : 'Under article 35 of the Regulations on the Protection of Minors in Cyberspace.',
      },
    ],
  };
}

const STANDINGS = {
  DONE: say('按时完成', 'In time'),
  DONE_LATE: say('完成，晚于时限', 'Done late'),
  WAITING: say('待办', 'To do'),
  LATE: say('已过时限', 'Overdue'),
} as const;
