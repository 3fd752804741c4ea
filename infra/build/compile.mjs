// @ts-check
// Compiles one project's TypeScript with swc: `node infra/build/compile.mjs server` fills server/dist.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const project = process.argv[2];
if (project !== 'shared' && project !== 'server') {
  console.error('Which project? node infra/build/compile.mjs shared | server');
  process.exit(2);
}

const root = join(import.meta.dirname, '..', '..');
const swc = join(dirname(require.resolve('@swc/cli/package.json')), 'bin', 'swc.js');
const { status } = spawnSync(
  process.execPath,
  [
    swc,
    'src',
    ...['--out-dir', 'dist', '--strip-leading-paths', '--delete-dir-on-start', '--copy-files', '--quiet'],
    ...['--no-swcrc', '--config-file', join(root, 'infra/build/swcrc.json')],
    ...['--ignore', '**/*.spec.ts,**/*.int-spec.ts,**/jest.setup.ts'],
  ],
  { cwd: join(root, project), stdio: 'inherit' },
);
process.exit(status ?? 1);
