// The evidence as a paper: the same parts for the sheet to print, the workbook, and the page.
import {
  BREACH_STEP_WORDS,
  BREACH_STEPS,
  CONCERN_OUTCOME_WORDS,
  EVIDENCE_COUNT_WORDS,
  EVIDENCE_COUNTS,
  EVIDENCE_ROW_ACTIONS,
  EVIDENCE_SECTION_WORDS,
  EVIDENCE_SECTIONS,
  RIGHT_WORDS,
  RIGHTS_OUTCOME_WORDS,
  SCENARIO_WORDS,
  type EvidenceParts,
  type EvidenceSection,
  type EvidenceWord,
  type Told,
} from '@tongxing/shared/rules';
import { formatInTimeZone } from '../format-instant.js';
import { EVIDENCE_STATEMENTS } from './evidence-counts.js';
import type { EvidenceView } from './evidences.js';

export type PaperCell = string | number;
export interface PaperPart {
  readonly heading: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** What stands there where there is no row. */
  readonly none: string;
}
export interface PaperFrame {
  readonly zone: string;
  readonly language: 'zh-CN' | 'en';
}

export const PAPER_NOTES = {
  withheld: {
    zh: '“不显示”：人数少于 5，或者会让人推算出这样的小数目，所以不写。',
    en: '“withheld”: fewer than five people, or a number from which so few could be worked out.',
  },
  source: {
    zh: '所有数目都由操作记录链算出；每个数目数的是哪些记录，写在最后一部分，可以由审计员重新数一遍。',
    en: 'Every number is counted from the audit chain; which rows each one counts stands in the last part, so that an auditor can count again.',
  },
  law: {
    zh: '依据：《未成年人网络保护条例》第三十七条：每年对处理未成年人个人信息的情况进行合规审计，并及时报告网信等部门。',
    en: 'Under article 37 of the Regulations on the Protection of Minors in Cyberspace: a yearly audit of how personal data of minors is handled, reported to the cyberspace administration.',
  },
} as const satisfies Readonly<Record<string, EvidenceWord>>;

/** The parts in the order of the paper; the last one says how everything was counted. */
export function evidenceParts(evidence: EvidenceView, frame: PaperFrame): readonly PaperPart[] {
  return [...EVIDENCE_SECTIONS.flatMap((section) => partsOf(section, evidence, frame)), howCounted(frame)];
}

const saying =
  ({ language }: PaperFrame) =>
  ({ zh, en }: EvidenceWord): string =>
    language === 'en' ? en : zh;

function partsOf(section: EvidenceSection, evidence: EvidenceView, frame: PaperFrame): readonly PaperPart[] {
  const say = saying(frame);
  const { figures } = evidence;
  const heading = say(EVIDENCE_SECTION_WORDS[section]);
  const count = (told: Told): PaperCell => told ?? say({ zh: '不显示', en: 'withheld' });
  const number = { zh: '数目', en: 'Number' };
  const lines = figures.counts.filter(({ code }) => EVIDENCE_COUNTS[code].section === section);
  const none = say({ zh: '这一年没有。', en: 'None in this year.' });
  const counted: PaperPart = {
    heading,
    head: [say({ zh: '项目', en: 'What' }), say(number), say({ zh: '由几个人做', en: 'By how many people' })],
    rows: lines.map(({ code, times, actors }) => [say(EVIDENCE_COUNT_WORDS[code]), count(times), count(actors)]),
    none,
  };
  const whole = <Code extends string>(
    title: EvidenceWord,
    { total, parts }: EvidenceParts<Code>,
    words: Readonly<Record<Code, EvidenceWord>>,
  ): PaperPart => ({
    heading: `${heading} · ${say(title)}`,
    head: [say(title), say(number)],
    rows: [
      ...parts.map(({ code, count: told }) => [say(words[code]), count(told)]),
      [say({ zh: '合计', en: 'Together' }), count(total)],
    ],
    none,
  });
  const minutes = (taken: number | null): PaperCell => taken ?? '—';
  const at = (instant: string): string => formatInTimeZone(instant, frame.zone);
  const kind = (drill: boolean): string => say(drill ? { zh: '演练', en: 'Drill' } : { zh: '真实', en: 'Real' });
  switch (section) {
    case 'RIGHTS':
      return [
        whole({ zh: '按办理结果', en: 'By how they ended' }, figures.rights, RIGHTS_OUTCOME_WORDS),
        whole({ zh: '按请求事项', en: 'By what was asked' }, figures.rightsByKind, RIGHT_WORDS),
        {
          heading: `${heading} · ${say({ zh: '用时（天）', en: 'Days taken' })}`,
          head: [say({ zh: '项目', en: 'What' }), say({ zh: '天', en: 'Days' })],
          rows: [
            [say({ zh: '一半的请求，在这么多天以内答复', en: 'Half were answered within' }), count(figures.medianDays)],
            [say({ zh: '最长', en: 'The longest' }), count(figures.longestDays)],
            [say({ zh: '机构承诺的期限', en: "The agency's promise" }), evidence.rightsDays],
          ],
          none,
        },
        counted,
      ];
    case 'CONCERNS':
      return [
        whole({ zh: '按是否按期报告', en: 'By whether reported in time' }, figures.concerns, CONCERN_OUTCOME_WORDS),
        counted,
      ];
    case 'BREACHES':
      return [
        {
          heading: `${heading} · ${say({ zh: '从发现到每一步（分钟）', en: 'Minutes from noticing to each step' })}`,
          head: [
            say({ zh: '发现', en: 'Noticed' }),
            say({ zh: '性质', en: 'Kind' }),
            ...BREACH_STEPS.map((step) => say(BREACH_STEP_WORDS[step])),
          ],
          rows: figures.breaches.map((breach) => [
            ...[at(breach.noticedAt), kind(breach.drill)],
            ...BREACH_STEPS.map((step) => minutes(breach.minutes[step])),
          ]),
          none,
        },
      ];
    case 'DRILLS':
      return [
        {
          heading,
          head: [
            say({ zh: '开始', en: 'Began' }),
            say({ zh: '性质', en: 'Kind' }),
            say({ zh: '情景', en: 'Scenario' }),
            say({ zh: '用时（分钟）', en: 'Minutes' }),
          ],
          rows: figures.drills.map((one) => [
            ...[at(one.startedAt), kind(one.drill)],
            ...[say(SCENARIO_WORDS[one.scenario] ?? { zh: '其他', en: 'Other' }), minutes(one.minutes)],
          ]),
          none,
        },
      ];
    case 'TRAINING':
      return [
        {
          heading,
          head: [say({ zh: '项目', en: 'What' }), say(number)],
          rows: [
            [say({ zh: '记下的培训', en: 'Trainings written down' }), count(figures.trainings)],
            [say({ zh: '受训的人', en: 'People trained' }), count(figures.trained)],
          ],
          none,
        },
      ];
    case 'CONSENT':
    case 'READS':
    case 'RELEASE':
    case 'ACCESS':
      return [counted];
  }
}

function howCounted(frame: PaperFrame): PaperPart {
  const say = saying(frame);
  const codes = Object.entries(EVIDENCE_COUNTS) as [
    keyof typeof EVIDENCE_COUNTS,
    { readonly actions: readonly string[] },
  ][];
  return {
    heading: say({ zh: '怎样数出来的', en: 'How it was counted' }),
    head: [say({ zh: '项目', en: 'What' }), say({ zh: '数的记录', en: 'Rows that are counted' })],
    rows: [
      ...codes.map(([code, { actions }]) => [say(EVIDENCE_COUNT_WORDS[code]), actions.join(' ')]),
      [say({ zh: '有先后和结果的', en: 'What has an order and an end' }), EVIDENCE_ROW_ACTIONS.join(' ')],
      ...EVIDENCE_STATEMENTS.map((sql) => [say({ zh: '查询语句', en: 'Statement' }), sql]),
    ],
    none: '',
  };
}
