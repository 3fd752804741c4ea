// Nothing on the screen is untranslated: source messages are Chinese, English is complete, one text has one translation.
import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strayWords } from './source-words.js';

const CLIENT = path.resolve(import.meta.dirname, '../../..');
const SRC = path.join(CLIENT, 'src');

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.spec\.ts$/.test(file) && !file.startsWith('gql'),
);

describe('strayWords', () => {
  const problems = (code: string): readonly string[] => strayWords('page.tsx', code).map(({ problem }) => problem);

  it.each([
    '<p>孩子</p>',
    '<input placeholder="孩子" />',
    'const word = "孩子";',
    'const word = `孩子${name}`;',
    '<p>{ready ? "好" : null}</p>',
  ])('finds Chinese outside of a macro: %s', (code) => {
    expect(problems(code)).toEqual(['chinese outside of a macro']);
  });

  it.each(['<p>Child</p>', '<Trans>Child</Trans>', '<Field label="Child" />', 't`Child`'])(
    'finds English where people read: %s',
    (code) => {
      expect(problems(code)).toEqual(['english in the source']);
    },
  );

  it.each([
    '<Trans>孩子</Trans>',
    't`孩子`',
    '<Plural value={n} other="# 名孩子" />',
    'msg`孩子`',
    '// 孩子\nconst a = 1;',
    '<div className="card" />',
  ])('lets pass: %s', (code) => {
    expect(problems(code)).toEqual([]);
  });
});

describe('the words of the pages', () => {
  it('are Chinese inside macros, everywhere', () => {
    const stray = sources.flatMap((file) =>
      strayWords(file, readFileSync(path.join(SRC, file), 'utf8')).map(
        ({ line, text, problem }) => `${file}:${line} ${problem}: ${text}`,
      ),
    );
    expect(stray).toEqual([]);
  });

  it('are complete in English, with one translation for one text', async () => {
    const config = getConfig({ configPath: path.join(CLIENT, 'lingui.config.ts') });
    const catalogs = await getCatalogs(config);
    const missing: string[] = [];
    const seen = new Map<string, string>();
    const twofold: string[] = [];
    for (const catalog of catalogs) {
      const [messages, english] = await Promise.all([catalog.collect(), catalog.read('en')]);
      for (const [id, { message }] of Object.entries(messages ?? {})) {
        const translation = english?.[id]?.translation ?? '';
        const name = `${path.relative(CLIENT, catalog.path)}: ${message ?? id}`;
        if (translation === '') missing.push(name);
        const other = seen.get(id);
        if (other && translation && other !== translation) twofold.push(`${name}: ${other} | ${translation}`);
        seen.set(id, translation);
      }
    }
    expect({ missing, twofold }).toEqual({ missing: [], twofold: [] });
    expect(seen.size).toBeGreaterThan(0);
  }, 60_000);
});
