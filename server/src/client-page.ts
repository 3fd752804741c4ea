// The client's one page, with hints by address: the browser fetches a face and its first page while it still reads the
// entry script, instead of learning of each only from the one before.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** What opens first under an address; the longest prefix wins. Sources by their names in the build's manifest. */
const FIRST_SOURCES: readonly (readonly [prefix: string, sources: readonly string[]])[] = [
  ['/agency', ['src/faces/agency/AgencyFace.tsx', 'src/features/today/TodayPage.tsx']],
  ['/company', ['src/faces/company/CompanyFace.tsx']],
  ['/donor', ['src/faces/donor/DonorFace.tsx']],
  ['/volunteer', ['src/faces/volunteer/VolunteerFace.tsx', 'src/features/my-service/MyServicePage.tsx']],
  ['/guardian', ['src/faces/guardian/GuardianFace.tsx', 'src/features/guardian-consents/GuardianPage.tsx']],
  ['/sign-in', ['src/faces/public/PublicFace.tsx', 'src/features/sign-in/SignInPage.tsx']],
  ['/', ['src/faces/public/PublicFace.tsx']],
];

/** Answers with the HTML for an address; undefined where the client is not built. */
export function readClientPage(folder: string): ((path: string) => string) | undefined {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return undefined;
  const html = readFileSync(index, 'utf8');
  const manifest = readManifest(join(folder, 'manifest.json'));
  const pages = new Map(FIRST_SOURCES.map(([prefix, sources]) => [prefix, withHints(html, manifest, sources)]));
  return (path) => {
    const [prefix] = FIRST_SOURCES.find(([known]) => path === known || path.startsWith(`${known}/`)) ?? ['/'];
    return pages.get(prefix) ?? html;
  };
}

function readManifest(file: string): Manifest {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/** Adds what the sources need and the page does not name yet. */
export function withHints(html: string, manifest: Manifest, sources: readonly string[]): string {
  const chunks = new Map<string, Chunk>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || chunks.has(name)) return;
    chunks.set(name, chunk);
    chunk.imports?.forEach(visit);
  };
  sources.forEach(visit);
  const found = [...chunks.values()];
  const scripts = found.map(({ file }) => `<link rel="modulepreload" crossorigin href="/${file}">`);
  const styles = found.flatMap(({ css = [] }) =>
    css.map((file) => `<link rel="preload" as="style" crossorigin href="/${file}">`),
  );
  const missing = [...new Set([...styles, ...scripts])].filter((link) => !html.includes(hrefOf(link)));
  return html.replace('</head>', `${missing.map((link) => `  ${link}\n  `).join('')}</head>`);
}

const hrefOf = (link: string): string => /href="[^"]*"/.exec(link)?.[0] ?? link;
