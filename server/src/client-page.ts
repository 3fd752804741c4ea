// The client's one page, with hints by address: the browser fetches the face, its first page and what they ask the
// server while it still reads the entry script, instead of learning of each only from the one before.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

interface Opening {
  readonly prefix: string;
  /** The face that stands below this address, by its source. */
  readonly face: string;
  /** The page that opens at the address itself. */
  readonly page?: string;
  /** What that page asks once somebody is signed in: queries without variables. */
  readonly asks?: readonly string[];
}

/** The first that fits is taken. */
const OPENINGS: readonly Opening[] = [
  {
    prefix: '/agency',
    face: 'faces/agency/AgencyFace.tsx',
    page: 'features/today/TodayPage.tsx',
    asks: ['Today'],
  },
  { prefix: '/company', face: 'faces/company/CompanyFace.tsx' },
  { prefix: '/donor', face: 'faces/donor/DonorFace.tsx' },
  {
    prefix: '/volunteer',
    face: 'faces/volunteer/VolunteerFace.tsx',
    page: 'features/my-service/MyServicePage.tsx',
    asks: ['MyEligibility', 'MyCompanionships'],
  },
  {
    prefix: '/guardian',
    face: 'faces/guardian/GuardianFace.tsx',
    page: 'features/guardian-consents/GuardianPage.tsx',
  },
  { prefix: '/sign-in', face: 'faces/public/PublicFace.tsx', page: 'features/sign-in/SignInPage.tsx' },
  { prefix: '/', face: 'faces/public/PublicFace.tsx' },
];
/** Every face asks who is there. */
const SESSION = 'Session';

export type ClientPage = (path: string, signedIn: boolean) => string;

/** Answers with the HTML for an address; undefined where the client is not built. */
export function readClientPage(folder: string): ClientPage | undefined {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return undefined;
  return pagesOf(
    readFileSync(index, 'utf8'),
    readJson<Manifest>(join(folder, 'manifest.json')),
    readJson<Readonly<Record<string, string>>>(join(folder, '.operations/documents.json')),
  );
}

const readJson = <Content extends object>(file: string): Content =>
  (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Content;

/** `operations`: the text of each by its id. */
export function pagesOf(html: string, manifest: Manifest, operations: Readonly<Record<string, string>>): ClientPage {
  const idsByName = new Map(
    Object.entries(operations).map(([id, text]) => [/\bquery\s+(\w+)\s*\{/.exec(text)?.[1] ?? '', id]),
  );
  const made = new Map<string, string>();
  return (path, signedIn) => {
    const opening = OPENINGS.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`)) ?? ROOT;
    const exact = path === opening.prefix;
    const key = `${opening.prefix} ${exact} ${signedIn}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const { face, page } = opening;
    const sources = exact && page ? [face, page] : [face];
    const asks = [SESSION, ...(exact && signedIn ? (opening.asks ?? []) : [])];
    const ids = asks.flatMap((name) => idsByName.get(name) ?? []);
    const answer = withQuestions(
      withHints(
        html,
        manifest,
        sources.map((source) => `src/${source}`),
      ),
      ids,
      english(manifest, sources),
    );
    made.set(key, answer);
    return answer;
  };
}

const ROOT: Opening = { prefix: '/', face: 'faces/public/PublicFace.tsx' };

/** The English words of what opens; Chinese stands in the code. */
function english(manifest: Manifest, sources: readonly string[]): readonly string[] {
  const folders = ['app', ...sources.map((source) => source.split('/').slice(0, 2).join('/'))];
  return folders.flatMap((folder) => manifest[`src/${folder}/locales/en.po`]?.file ?? []);
}

/** early.js reads both before anything else runs. */
function withQuestions(html: string, ids: readonly string[], words: readonly string[]): string {
  const metas = [
    `<meta name="first-questions" content="${ids.join(' ')}" />`,
    `<meta name="first-english" content="${words.map((file) => `/${file}`).join(' ')}" />`,
  ];
  return html.replace('<script src="/early.js">', `${metas.join('\n    ')}\n    <script src="/early.js">`);
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
