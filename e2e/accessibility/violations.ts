// What axe finds on a page as it stands, and what axe does not look for.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { come } from '../support/walk.js';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of rows that differ in nothing but their words, so many are looked at: the fiftieth shows no more than the third. */
const ALIKE = 3;

/**
 * One line each, with the place: WCAG 2.2 AA and good practice, ids used twice, a page wider than its window.
 * Waits for the page first: on a busy machine one that was just opened is still empty, and axe says so.
 */
export async function violations(page: Page, path: string): Promise<readonly string[]> {
  await come(page);
  await foldAlike(page);
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(STANDARD)
    .setLegacyMode()
    .analyze();
  await unfold(page);
  const lines = found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  );
  return [...lines, ...(await ofThePage(page))].map((line) => `${path}: ${line}`);
}

/** Over all rows, since these need no axe. */
function ofThePage(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
    const overflow = document.documentElement.scrollWidth - window.innerWidth;
    return [
      ...twice.map((id) => `the id ${id} stands twice`),
      ...(overflow > 0 ? [`${overflow} px wider than the window`] : []),
    ];
  });
}

/** Hides, of brothers and sisters with the same elements, classes, roles and states, all but the first few. */
function foldAlike(page: Page): Promise<void> {
  return page.evaluate((most) => {
    const WORDS = new Set(['id', 'href', 'for', 'name', 'value', 'key', 'title', 'alt', 'data-alike', 'datetime']);
    const saysWords = (name: string) =>
      WORDS.has(name) || name === 'aria-label' || /^aria-(labelledby|describedby|controls|owns)$/.test(name);
    const formOf = (element: Element): string => {
      const attributes = [...element.attributes]
        .map(({ name, value }) => (saysWords(name) ? `${name}${value.trim() === '' ? '=' : ''}` : `${name}=${value}`))
        .sort();
      const silent = element.textContent?.trim() === '' ? ' silent' : '';
      return `<${element.tagName} ${attributes.join(' ')}${silent}>${[...element.children].map(formOf).join('')}</>`;
    };
    for (const parent of document.querySelectorAll('main, main *')) {
      if (parent.children.length <= most || parent.closest('[data-alike]')) continue;
      const seen = new Map<string, number>();
      for (const child of parent.children) {
        const form = formOf(child);
        const times = (seen.get(form) ?? 0) + 1;
        seen.set(form, times);
        if (times > most) child.setAttribute('data-alike', '');
      }
    }
    const folded = new CSSStyleSheet();
    folded.replaceSync('[data-alike] { display: none !important }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, folded];
  }, ALIKE);
}

/** Shows them again: whoever goes on with the page finds it as it was. */
function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
    for (const marked of document.querySelectorAll('[data-alike]')) marked.removeAttribute('data-alike');
  });
}
