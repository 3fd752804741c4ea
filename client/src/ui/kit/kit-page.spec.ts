// The desk stands in the component library; a phone page brings it along only where it must, and then says so.
import { closure, lazyPages, sourceOf } from '../../app/i18n/lazy-pages.js';

const KIT = /from '@mantine\/(?!hooks')/;
const ON_THE_DESK = /^faces\/(?:agency|company)\//;

/** The files of a page that import the component library; types alone weigh nothing. */
const kitFiles = (start: string): readonly string[] =>
  [...closure(start)].filter((file) =>
    sourceOf(file)
      .split('\n')
      .some((line) => KIT.test(line) && !line.startsWith('import type')),
  );

describe('pages of the phone and public faces', () => {
  const pages = lazyPages().filter(({ where }) => !ON_THE_DESK.test(where));

  it.each(['app/App.tsx', 'faces/volunteer/VolunteerFace.tsx', 'faces/public/PublicFace.tsx'])(
    '%s loads nothing of the component library',
    (start) => {
      expect(kitFiles(start)).toEqual([]);
    },
  );

  it('that use the component library are opened with kitPage, or they would stand without it', () => {
    const bare = pages
      .filter(
        ({ page, withKit }) => !withKit && !page.startsWith('faces/agency/') && !page.startsWith('faces/company/'),
      )
      .flatMap(({ where, page }) => kitFiles(page).map((file) => `${where}: ${page} uses the kit in ${file}`));
    expect(bare).toEqual([]);
  });

  it('that do not use it are opened with lazyPage', () => {
    const heavy = pages.filter(({ page, withKit }) => withKit && kitFiles(page).length === 0);
    expect(heavy.map(({ where, page }) => `${where}: ${page} needs no kit`)).toEqual([]);
  });
});
