// Finds interface words that stayed Chinese on an English page, and codes that stand where words belong.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const SRC = join(import.meta.dirname, '..', '..', 'client', 'src');
const MESSAGE = /^msgid ((?:"(?:[^"\\]|\\.)*"\n?)+)/gm;
const HAN = /\p{Script=Han}/u;
/** STUDY, NOT_READY, contactsPerMonth. */
const CODE = /\b(?:[A-Z]{4,}|[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:[A-Z][a-z]+)+)\b/g;
/** Names of things, not codes of ours. */
const NAMES = new Set(['XLSX', 'AGPL', 'MariaDB', 'GitHub', 'WeChat', 'iPhone']);

/** Each Chinese message of the interface as a pattern: whatever is filled in matches anything. */
function chineseMessages(): readonly RegExp[] {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('en.po'));
  const messages = files.flatMap((file) => [...readFileSync(join(SRC, file), 'utf8').matchAll(MESSAGE)]);
  const texts = messages.map(([, quoted = '']) =>
    quoted
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as string)
      .join(''),
  );
  return [...new Set(texts)].filter((text) => HAN.test(text)).map(patternOf);
}

function patternOf(message: string): RegExp {
  const plain = message.replace(/\{\w+, plural, other \{([^}]*)\}\}/g, '$1').replace(/<\/?\d+\/?>/g, '');
  const pieces = plain.split(/\{\w+\}|#/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^\\s*${pieces.join('.*')}\\s*$`, 'su');
}

/** Where words stand as somebody or some file wrote them: sent notices, a roster's own headers and cells, own names. */
const AS_WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/\/notices$/, 'main li'],
  [/\/account$/, 'main option'],
  [/^\/agency\/imports\/./, 'main mark, main dl, main ul'],
];

let patterns: readonly RegExp[] | undefined;

/** Texts of an English page that are still the Chinese of the interface. Names and what people wrote stay as they are. */
export async function untranslated(page: Page): Promise<readonly string[]> {
  patterns ??= chineseMessages();
  const known = patterns;
  const path = new URL(page.url()).pathname;
  const asWritten = AS_WRITTEN.find(([where]) => where.test(path))?.[1];
  const texts = (await spokenTexts(page, asWritten)).filter((text) => HAN.test(text));
  return texts.filter((text) => known.some((pattern) => pattern.test(text)));
}

/** Codes on the page, in any language, other than in raw records, addresses and names of files. */
export async function bareCodes(page: Page): Promise<readonly string[]> {
  const texts = (await spokenTexts(page)).filter((text) => !/@|\.csv/.test(text));
  return texts.filter((text) => (text.match(CODE) ?? []).some((code) => !NAMES.has(code)));
}

/** What is seen or heard: texts, labels, alternatives, the title; what names its own language may keep it. */
function spokenTexts(page: Page, but = 'none'): Promise<readonly string[]> {
  return page.evaluate((left) => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement;
      const own = around?.closest('[lang]');
      if (around?.closest(`script, style, code, ${left}`) || (own && own !== document.documentElement)) continue;
      found.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('[aria-label], [alt], [placeholder], [title]')) {
      for (const name of ['aria-label', 'alt', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '');
    }
    return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
  }, but);
}
