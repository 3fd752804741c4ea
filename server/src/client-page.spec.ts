import { pagesOf, withHints } from './client-page.js';

const HTML = '<html><head>\n    <link rel="modulepreload" crossorigin href="/assets/shared.js">\n  </head></html>';
const MANIFEST = {
  'src/faces/a.tsx': { file: 'assets/a.js', imports: ['shared', 'b'], css: ['assets/a.css'] },
  b: { file: 'assets/b.js', imports: ['src/faces/a.tsx'] },
  shared: { file: 'assets/shared.js' },
};

describe('the hints of a page', () => {
  it('leave the page as it is where the build knows nothing of a source', () => {
    expect(withHints(HTML, {}, ['src/faces/a.tsx'])).toBe(HTML);
  });

  it('name each script and style once, also through a circle, and none that stands there already', () => {
    const html = withHints(HTML, MANIFEST, ['src/faces/a.tsx']);
    expect(html.match(/href="[^"]*"/g)).toEqual([
      'href="/assets/shared.js"',
      'href="/assets/a.css"',
      'href="/assets/a.js"',
      'href="/assets/b.js"',
    ]);
  });
});

describe('the questions of a page', () => {
  const page = pagesOf(
    '<html><head>\n    <script src="/early.js"></script>\n  </head></html>',
    {
      'src/app/locales/en.po': { file: 'assets/en-app.js' },
      'src/faces/volunteer/locales/en.po': { file: 'assets/en-volunteer.js' },
      'src/features/my-service/locales/en.po': { file: 'assets/en-my-service.js' },
    },
    {
      s1: 'query Session { viewer { id } }',
      e2: 'query MyEligibility { myEligibility { ready } }',
      c3: 'query MyCompanionships { myCompanionships { id } }',
      n4: 'query Named($id: ID!) { child(id: $id) { id } }',
    },
  );
  const contentOf = (html: string, name: string) => new RegExp(`name="${name}" content="([^"]*)"`).exec(html)?.[1];

  it('are nobody’s own before somebody is signed in', () => {
    expect(contentOf(page('/volunteer', false), 'first-questions')).toBe('s1');
  });

  it('are those of the page that opens, not of the pages below it', () => {
    expect(contentOf(page('/volunteer', true), 'first-questions')).toBe('s1 e2 c3');
    expect(contentOf(page('/volunteer/account', true), 'first-questions')).toBe('s1');
  });

  it('come with the English words of the face and the page, before early.js that reads them', () => {
    const html = page('/volunteer', true);
    expect(contentOf(html, 'first-english')).toBe('/assets/en-app.js /assets/en-volunteer.js /assets/en-my-service.js');
    expect(html.indexOf('first-english')).toBeLessThan(html.indexOf('/early.js'));
  });

  it('of an address that nobody knows are those of the public pages', () => {
    expect(contentOf(page('/volunteers', true), 'first-questions')).toBe('s1');
  });
});
