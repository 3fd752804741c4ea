// A lazy page that shows a feature's parts loads that feature's words, or English readers would meet Chinese there.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { closure, lazyPages, SRC } from './lazy-pages.js';

/** The folders with words of their own whose files come with the page. */
function foldersShown(page: string): readonly string[] {
  const folders = [...closure(page)].map((file) => file.split('/').slice(0, 2).join('/'));
  const named = [...new Set(folders)].filter((folder) => /^(?:features|faces)\//.test(folder));
  return named.filter((folder) => existsSync(path.join(SRC, folder, 'locales/en.po')));
}

describe('lazy pages', () => {
  const pages = lazyPages();

  it('are found in every face', () => {
    const faces = new Set(pages.map(({ where }) => where.split('/').slice(0, 2).join('/')));
    for (const face of ['agency', 'company', 'donor', 'guardian', 'public', 'volunteer']) {
      expect(faces).toContain(`faces/${face}`);
    }
  });

  it('name every catalogue that they show', () => {
    const forgotten = pages.flatMap(({ where, page, catalogues }) =>
      foldersShown(page)
        .filter((folder) => !catalogues.includes(folder))
        .map((folder) => `${where}: ${page} shows ${folder} but does not load its words`),
    );
    expect(forgotten).toEqual([]);
  });
});
