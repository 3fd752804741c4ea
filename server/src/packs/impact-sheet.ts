// A team's year on paper and in a workbook: the same words and numbers on both.
import { fen, fenToYuan } from '@tongxing/shared/kernel';
import { hoursOf } from '@tongxing/shared/rules';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import type { PdfBlock, PdfSheet } from '../platform/pdf/index.js';
import type { ImpactReport } from './domain/impact-report.js';
import type { ImpactView } from './impact.js';

type Language = PdfSheet['language'];

const WORDS = {
  'zh-CN': {
    title: (year: number) => `${String(year)} 年活动成效`,
    running: '这一年还没有结束，数字会变。',
    frozen: (at: string) => `年度说明，${at.slice(0, 10)} 定下，不再改变。`,
    people: '同事人数',
    days: '活动次数',
    hours: '服务小时',
    children: '孩子参加的人次',
    hidden: '人少，不说',
    childrenNote: '孩子少于五人的活动不计入人次，也不说人数，免得有人被认出来。这里没有任何孩子的信息。',
    task: '要做成的事（1–5）',
    process: '希望长出的（1–5）',
    unsaid: '没有记',
    papers: '捐赠协议和收据',
    papersNote: '金额照纸上写的抄录，不是账目，也不加在一起。',
    noPapers: '这一年没有放进来的捐赠协议和收据。',
    paperHead: ['日期', '文件', '编号', '纸上写的金额（元）'],
    kinds: { DONATION_AGREEMENT: '捐赠协议', DONATION_RECEIPT: '捐赠收据' },
    noAmount: '没有写',
    heading: '每一次活动',
    outcomes: '带来了什么',
    head: ['日期', '活动', '同事', '小时', '孩子'],
    none: '这一年还没有收到活动的说明。',
    hash: '指纹（SHA-256）',
  },
  en: {
    title: (year: number) => `What our days came to in ${String(year)}`,
    running: 'The year is not over; the numbers will change.',
    frozen: (at: string) => `Statement of the year, fixed on ${at.slice(0, 10)}; it does not change.`,
    people: 'Colleagues',
    days: 'Days',
    hours: 'Hours of service',
    children: 'Times that a child took part',
    hidden: 'few, not told',
    childrenNote:
      'Days with fewer than five children are not counted in and their number is not told, so that nobody is recognised. There is nothing about any child here.',
    task: 'Task goals reached (1–5)',
    process: 'Process goals reached (1–5)',
    unsaid: 'not recorded',
    papers: 'Donation agreements and receipts',
    papersNote: 'Amounts are copied from the papers: they are no accounts and are not added up.',
    noPapers: 'No donation agreement or receipt of this year was filed.',
    paperHead: ['Date', 'Paper', 'Number', 'Amount stated on it (yuan)'],
    kinds: { DONATION_AGREEMENT: 'Donation agreement', DONATION_RECEIPT: 'Donation receipt' },
    noAmount: 'none stated',
    heading: 'Day by day',
    outcomes: 'What came of it',
    head: ['Date', 'Activity', 'Colleagues', 'Hours', 'Children'],
    none: 'No account of a day was sent in this year.',
    hash: 'Fingerprint (SHA-256)',
  },
} as const;

type Cell = string | number;

function partsOf({ report, closed, statement }: ImpactView, language: Language) {
  const words = WORDS[language];
  const { numbers, people, days } = report;
  const note = statement ? words.frozen(statement.madeAt) : closed ? '' : words.running;
  const facts: (readonly [string, Cell])[] = [
    [words.people, people],
    [words.days, numbers.days],
    [words.hours, hoursOf(numbers.minutes)],
    [words.children, numbers.children ?? words.hidden],
    [words.task, numbers.taskReached ?? words.unsaid],
    [words.process, numbers.processReached ?? words.unsaid],
    ...(statement ? [[words.hash, statement.hash] as const] : []),
  ];
  const rows = days.map((day): Cell[] => {
    const hours = hoursOf(day.minutes.reduce((all, one) => all + one, 0));
    return [day.onDate, themeOf(day, language), day.people, hours, day.children ?? words.hidden];
  });
  const papers = report.papers.map(({ kind, number, datedOn, amount }) => {
    const yuan = amount === undefined ? words.noAmount : fenToYuan(fen(amount));
    return [datedOn, words.kinds[kind], number, yuan];
  });
  return { words, note, facts, rows, papers };
}

const themeOf = ({ theme, themeEn }: ImpactReport['days'][number], language: Language): string =>
  language === 'en' && themeEn ? themeEn : theme;

export function impactSheet(view: ImpactView, language: Language): PdfSheet {
  const { words, note, facts, rows, papers } = partsOf(view, language);
  const { agency, team, year, days } = view.report;
  const told = days.flatMap((day): PdfBlock[] => [
    { kind: 'heading', text: `${day.onDate} ${themeOf(day, language)}` },
    { kind: 'paragraph', text: day.outcomes },
  ]);
  const table: PdfBlock = { kind: 'table', head: words.head, rows: rows.map((row) => row.map(String)) };
  return {
    ...{ language, agency, title: words.title(year), subtitle: team },
    blocks: [
      ...(note === '' ? [] : [{ kind: 'paragraph', text: note } as const]),
      { kind: 'facts', rows: facts.map(([label, value]) => [label, String(value)] as const) },
      { kind: 'paragraph', text: words.childrenNote, quiet: true },
      { kind: 'heading', text: words.heading },
      rows.length === 0 ? { kind: 'paragraph', text: words.none, quiet: true } : table,
      ...told,
      { kind: 'heading', text: words.papers },
      ...(papers.length === 0 ? [] : [{ kind: 'table', head: words.paperHead, rows: papers } as const]),
      { kind: 'paragraph', text: papers.length === 0 ? words.noPapers : words.papersNote, quiet: true },
    ],
  };
}

/** One sheet; numbers stay numbers, and no cell is a formula. */
export function impactWorkbook(view: ImpactView, language: Language): Promise<Buffer> {
  const { words, note, facts, rows, papers } = partsOf(view, language);
  const { agency, team, year, days } = view.report;
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const data: SheetData = [
    [bold(words.title(year))],
    [{ value: team }],
    [{ value: agency }],
    ...(note === '' ? [] : [[{ value: note }]]),
    [],
    ...facts.map(([label, value]) => [{ value: label }, { value }]),
    [{ value: words.childrenNote }],
    [],
    [...words.head, words.outcomes].map(bold),
    ...rows.map((row, at) => [...row, days[at]?.outcomes ?? ''].map((value) => ({ value }))),
    [],
    [bold(words.papers)],
    ...(papers.length === 0
      ? []
      : [words.paperHead.map(bold), ...papers.map((row) => row.map((value) => ({ value })))]),
    [{ value: papers.length === 0 ? words.noPapers : words.papersNote }],
  ];
  return writeWorkbook(data, { sheet: String(year) }).toBuffer();
}
