// The copy of what is kept of somebody, as a sheet on paper.
import type { PdfBlock, PdfSheet } from '../platform/pdf/index.js';
import type { CopiedSection, PersonalCopy, Words } from './domain/copy.js';

/** Nothing of it opens without the words around it: the copy as a sheet to read. */
export function copySheet(copy: PersonalCopy, language: PdfSheet['language'], madeOn: string): PdfSheet {
  const say = ({ zh, en }: Words): string => (language === 'en' ? en : zh);
  const chinese = language === 'zh-CN';
  return {
    language,
    agency: copy.agency,
    title: chinese ? '我们保存的信息' : 'What we keep of you',
    subtitle: chinese ? `截至 ${madeOn}` : `As of ${madeOn}`,
    blocks: [
      ...copy.sections.flatMap((section) => sectionBlocks(section, say)),
      { kind: 'heading', text: chinese ? '不包括在内的' : 'What is not included' },
      { kind: 'list', items: copy.neverIncluded.map(say) },
      {
        kind: 'paragraph',
        quiet: true,
        text: chinese
          ? '有不对的地方，可以请我们更正；不同意我们的答复，可以向当地网信部门或者 12345 反映。'
          : 'Ask us to correct what is wrong. If you disagree with our answer, tell the local cyberspace administration, or call 12345.',
      },
    ],
  };
}

function sectionBlocks({ title, rows }: CopiedSection, say: (words: Words) => string): PdfBlock[] {
  const facts = rows.map((row): PdfBlock => {
    const said = row.map(({ label, value, words }) => [say(label), words ? say(words) : plain(value)] as const);
    return { kind: 'facts', rows: said };
  });
  return [{ kind: 'heading', text: say(title) }, ...facts];
}

/** A value in a line: lists with commas, times as people write them. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(plain).join('、');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, one]) => `${key} ${plain(one)}`)
      .join(' ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
