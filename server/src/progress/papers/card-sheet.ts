// A released card as a sheet of paper: the words, an initial, and the number by which anybody sees whether it still holds.
import type { PdfBlock, PdfSheet } from '../../platform/pdf/index.js';

export interface CardOnPaper {
  readonly agency: string;
  readonly initial: string;
  readonly title: string;
  readonly text: string;
  /** YYYY-MM-DD in the agency's zone. */
  readonly releasedOn: string;
  readonly number: string;
  readonly address: string;
}

const WORDS = {
  'zh-CN': {
    subtitle: ({ initial, releasedOn }: CardOnPaper) => `“${initial}”的成长 · ${releasedOn}`,
    heading: '这张卡片现在还有效吗？',
    number: '编号',
    address: '核对的页面',
    note: '卡片由社会工作者写下，另一位同事看过，家庭同意才会到这里。家庭随时可以收回；收回以后，核对的页面会说它不再有效，那时请把这张纸也收起来。请不要转发，也不要打听孩子是谁。',
  },
  en: {
    subtitle: ({ initial, releasedOn }: CardOnPaper) => `How “${initial}” is growing · ${releasedOn}`,
    heading: 'Does this card still hold?',
    number: 'Number',
    address: 'Page to check it',
    note: 'A social worker wrote this card, a colleague read it, and it came here because the family agreed. The family may take it back at any time; then the page says that it no longer holds, and we ask you to put this sheet away too. Please do not pass it on, and do not try to find out who the child is.',
  },
} as const;

export function cardSheet(card: CardOnPaper, language: PdfSheet['language']): PdfSheet {
  const words = WORDS[language];
  const lines = card.text.split(/\n+/).filter((line) => line.trim() !== '');
  return {
    language,
    agency: card.agency,
    title: card.title,
    subtitle: words.subtitle(card),
    blocks: [
      ...lines.map((text): PdfBlock => ({ kind: 'paragraph', text })),
      { kind: 'heading', text: words.heading },
      {
        kind: 'facts',
        rows: [
          [words.number, card.number],
          [words.address, card.address],
        ],
      },
      { kind: 'paragraph', quiet: true, text: words.note },
    ],
  };
}
