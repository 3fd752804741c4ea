import { withHints } from './client-page.js';

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
