// An agreement on paper: word by word what was signed, the hands below it, and the number and code by which it is checked.
import type { AgreementCapacity, AgreementKind, AgreementMethod } from '@tongxing/shared/rules';
import type { PdfBlock, PdfSheet } from '../platform/pdf/index.js';
import type { SignatureView } from './agreements.repository.js';

export interface AgreementOnPaper {
  readonly agency: string;
  readonly timeZone: string;
  readonly kind: AgreementKind;
  readonly text: string;
  readonly textHash: string | undefined;
  readonly signatures: readonly SignatureView[];
  readonly startsOn: string | undefined;
  readonly validUntil: string | undefined;
  readonly endedOn: string | undefined;
  readonly number: string;
  readonly code: string;
  readonly address: string;
}

/** Stand alone on a line before and after the text, so that whoever checks a print knows what to read. */
export const TEXT_MARKS = { 'zh-CN': ['〔正文〕', '〔正文完〕'], en: ['[Text]', '[End of the text]'] } as const;

const WORDS = {
  'zh-CN': {
    kind: { VOLUNTEER: '志愿服务协议', SERVICE: '服务协议' } satisfies Record<AgreementKind, string>,
    as: { VOLUNTEER: '志愿者', GUARDIAN: '监护人', AGENCY: '机构' } satisfies Record<AgreementCapacity, string>,
    how: {
      DRAWN: '手写签名',
      TYPED: '输入姓名签署',
      WITNESSED: '口头同意，有人见证',
      PAPER: '签在纸上，机构保存原件',
    } satisfies Record<AgreementMethod, string>,
    subtitle: (number: string) => `编号 ${number}`,
    from: '从哪天起有效',
    until: '有效到',
    ended: '结束于',
    notYet: '双方签完才生效',
    hands: '签署',
    name: '签名人',
    relation: '与孩子的关系',
    method: '方式',
    witness: '见证人',
    when: '时间',
    check: '这份协议还有效吗？',
    number: '编号',
    code: '核对码',
    address: '核对的页面',
    hash: '正文的指纹（SHA-256，去掉空格和换行）',
    note: '核对的页面只回答有效或者无效，不显示任何人的姓名。',
  },
  en: {
    kind: { VOLUNTEER: 'Volunteer agreement', SERVICE: 'Service agreement' } satisfies Record<AgreementKind, string>,
    as: { VOLUNTEER: 'The volunteer', GUARDIAN: 'The guardian', AGENCY: 'The agency' } satisfies Record<
      AgreementCapacity,
      string
    >,
    how: {
      DRAWN: 'signed by hand',
      TYPED: 'signed by typing the name',
      WITNESSED: 'said before a witness',
      PAPER: 'signed on paper, which the agency keeps',
    } satisfies Record<AgreementMethod, string>,
    subtitle: (number: string) => `Number ${number}`,
    from: 'Holds from',
    until: 'Holds until',
    ended: 'Ended on',
    notYet: 'once both sides have signed',
    hands: 'Signatures',
    name: 'Signed by',
    relation: 'Relation to the child',
    method: 'How',
    witness: 'Witness',
    when: 'When',
    check: 'Does this agreement still hold?',
    number: 'Number',
    code: 'Code',
    address: 'Page to check it',
    hash: 'Fingerprint of the text (SHA-256, without spaces and line breaks)',
    note: 'The page answers only whether it holds, and shows nobody’s name.',
  },
} as const;

type Words = (typeof WORDS)['zh-CN' | 'en'];

export function agreementSheet(paper: AgreementOnPaper, language: PdfSheet['language']): PdfSheet {
  const words = WORDS[language];
  const [begin, end] = TEXT_MARKS[language];
  const lines = paper.text.split(/\n+/).filter((line) => line.trim() !== '');
  return {
    language,
    agency: paper.agency,
    title: words.kind[paper.kind],
    subtitle: words.subtitle(paper.number),
    blocks: [
      { kind: 'paragraph', quiet: true, text: begin },
      ...lines.map((text): PdfBlock => ({ kind: 'paragraph', text })),
      { kind: 'paragraph', quiet: true, text: end },
      { kind: 'facts', rows: datesOf(paper, words) },
      { kind: 'heading', text: words.hands },
      ...paper.signatures.flatMap((one) => handOf(one, paper.timeZone, words)),
      { kind: 'heading', text: words.check },
      {
        kind: 'facts',
        rows: [
          [words.number, paper.number],
          [words.code, paper.code],
          [words.address, paper.address],
          [words.hash, paper.textHash ?? ''],
        ],
      },
      { kind: 'code', text: paper.address },
      { kind: 'paragraph', quiet: true, text: words.note },
    ],
  };
}

const datesOf = ({ startsOn, validUntil, endedOn }: AgreementOnPaper, words: Words) => [
  [words.from, startsOn ?? words.notYet] as const,
  ...(validUntil === undefined ? [] : [[words.until, validUntil] as const]),
  ...(endedOn === undefined ? [] : [[words.ended, endedOn] as const]),
];

function handOf(hand: SignatureView, timeZone: string, words: Words): PdfBlock[] {
  const rows: (readonly [string, string])[] = [
    [words.as[hand.capacity], hand.name ?? ''],
    ...(hand.relation === undefined ? [] : [[words.relation, hand.relation] as const]),
    [words.method, words.how[hand.method]],
    ...(hand.witnessName === undefined ? [] : [[words.witness, hand.witnessName] as const]),
    [words.when, hand.method === 'PAPER' ? hand.signedOn : momentIn(hand.signedAt, timeZone)],
  ];
  const drawn: PdfBlock[] = hand.signature === undefined ? [] : [{ kind: 'strokes', path: hand.signature }];
  return [{ kind: 'facts', rows }, ...drawn];
}

/** `2026-11-23 21:05`, in the agency's zone. */
const momentIn = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
