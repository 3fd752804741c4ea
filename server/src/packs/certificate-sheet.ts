// 志愿服务证明: who served, when, for how long, and the number by which anybody sees whether it holds.
import type { PdfSheet } from '../platform/pdf/index.js';

export interface CertificateOnPaper {
  readonly agency: string;
  readonly name: string;
  readonly team: string;
  readonly theme: string;
  readonly themeEn: string | null;
  /** YYYY-MM-DD. */
  readonly onDate: string;
  readonly minutes: number;
  readonly number: string;
  readonly address: string;
}
const HOUR = 60;

const WORDS = {
  'zh-CN': {
    title: '志愿服务证明',
    text: ({ name, team, onDate, theme }: CertificateOnPaper) =>
      `${name}和${team}的同事一起，于 ${onDate} 参加了“${theme}”志愿服务。谢谢您。`,
    time: '服务时间',
    minutes: (minutes: number) => `${String(Math.floor(minutes / HOUR))} 小时 ${String(minutes % HOUR)} 分钟`,
    number: '编号',
    address: '核对的页面',
    note: '核对的页面只回答有效或者无效，不显示任何人的信息。',
  },
  en: {
    title: 'Certificate of volunteer service',
    text: ({ name, team, onDate, theme, themeEn }: CertificateOnPaper) =>
      `${name}, with colleagues of ${team}, served as a volunteer at “${themeEn ?? theme}” on ${onDate}. Thank you.`,
    time: 'Time served',
    minutes: (minutes: number) => `${String(Math.floor(minutes / HOUR))} h ${String(minutes % HOUR)} min`,
    number: 'Number',
    address: 'Page to check it',
    note: 'The page answers only whether this holds, and shows nothing of anybody.',
  },
} as const;

export function certificateSheet(paper: CertificateOnPaper, language: PdfSheet['language']): PdfSheet {
  const words = WORDS[language];
  return {
    ...{ language, agency: paper.agency, title: words.title, subtitle: paper.name },
    blocks: [
      { kind: 'paragraph', text: words.text(paper) },
      {
        kind: 'facts',
        rows: [
          [words.time, words.minutes(paper.minutes)],
          [words.number, paper.number],
          [words.address, paper.address],
        ],
      },
      { kind: 'code', text: paper.address },
      { kind: 'paragraph', text: words.note, quiet: true },
    ],
  };
}
