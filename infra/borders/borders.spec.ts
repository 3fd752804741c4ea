// Proves that each border bites: a small tree that breaks every rule once, and one beside it that keeps them all.
import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crossings } from './borders.mjs';

const root = join(import.meta.dirname, '..', '..');
const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };

interface Import {
  readonly rule: string;
  readonly from: string;
  readonly line: string;
  /** The file it leads to, made by the test; absent for packages. */
  readonly to?: string;
}

const forbidden: readonly Import[] = [
  { rule: 'shared-stands-alone', from: 'shared/src/rules/a.ts', line: "import 'typeorm';" },
  { rule: 'shared-stands-alone', from: 'shared/src/rules/b.ts', line: "import '@nestjs/graphql';" },
  { rule: 'shared-stands-alone', from: 'shared/src/rules/c.ts', line: "import 'react';" },
  {
    rule: 'shared-stands-alone',
    from: 'shared/src/rules/d.ts',
    line: "import '../../../server/src/people/x.js';",
    to: 'server/src/people/x.ts',
  },
  { rule: 'shared-is-pure', from: 'shared/src/kernel/a.ts', line: "import 'node:fs';" },
  {
    rule: 'server-imports-only-shared',
    from: 'server/src/people/s1.ts',
    line: "import '../../../client/src/ui/x.js';",
    to: 'client/src/ui/x.ts',
  },
  {
    rule: 'client-imports-only-shared',
    from: 'client/src/ui/c1.ts',
    line: "import '../../../server/src/people/index.js';",
    to: 'server/src/people/index.ts',
  },
  { rule: 'no-engine-in-pages', from: 'client/src/features/match/m.ts', line: "import '@tongxing/shared/matching';" },
  {
    rule: 'e2e-imports-only-shared',
    from: 'e2e/a.story.ts',
    line: "import '../server/src/people/index.js';",
    to: 'server/src/people/index.ts',
  },
  {
    rule: 'e2e-imports-only-shared',
    from: 'e2e/b.story.ts',
    line: "import '../client/src/ui/x.js';",
    to: 'client/src/ui/x.ts',
  },
  {
    rule: 'shared-through-its-entry-points',
    from: 'server/src/people/s2.ts',
    line: "import '../../../shared/src/kernel/x.js';",
    to: 'shared/src/kernel/x.ts',
  },
  {
    rule: 'platform-knows-no-module',
    from: 'server/src/platform/auth/p.ts',
    line: "import '../../people/index.js';",
    to: 'server/src/people/index.ts',
  },
  {
    rule: 'harness-starts-the-whole-only',
    from: 'server/src/platform/testing/h.ts',
    line: "import '../../people/x.js';",
    to: 'server/src/people/x.ts',
  },
  {
    rule: 'module-through-index',
    from: 'server/src/matching/m.ts',
    line: "import '../people/x.js';",
    to: 'server/src/people/x.ts',
  },
  {
    rule: 'nobody-imports-the-root',
    from: 'server/src/people/r.ts',
    line: "import '../app.module.js';",
    to: 'server/src/app.module.ts',
  },
  {
    rule: 'nobody-imports-the-root',
    from: 'server/src/people/r2.ts',
    line: "import '../demo/seed.js';",
    to: 'server/src/demo/seed.ts',
  },
  {
    rule: 'nobody-imports-subscribers',
    from: 'server/src/people/n.ts',
    line: "import '../notifications/index.js';",
    to: 'server/src/notifications/index.ts',
  },
  {
    rule: 'nobody-imports-subscribers',
    from: 'server/src/people/n2.ts',
    line: "import '../insight/index.js';",
    to: 'server/src/insight/index.ts',
  },
  {
    rule: 'only-the-port-sends',
    from: 'server/src/notifications/told.ts',
    line: "import './channels/channel.js';",
    to: 'server/src/notifications/channels/channel.ts',
  },
  { rule: 'only-the-port-sends', from: 'server/src/people/mails.ts', line: "import 'nodemailer';" },
  { rule: 'domain-is-pure', from: 'server/src/people/domain/d1.ts', line: "import 'typeorm';" },
  {
    rule: 'domain-is-pure',
    from: 'server/src/people/domain/d2.ts',
    line: "import '../person.entity.js';",
    to: 'server/src/people/person.entity.ts',
  },
  { rule: 'domain-is-pure', from: 'server/src/people/domain/d3.ts', line: "import 'node:fs';" },
  {
    rule: 'domain-is-pure',
    from: 'server/src/people/domain/d4.ts',
    line: "import '../../platform/clock/index.js';",
    to: 'server/src/platform/clock/index.ts',
  },
  {
    rule: 'api-asks-the-service',
    from: 'server/src/people/api/a1.ts',
    line: "import '../people.repository.js';",
    to: 'server/src/people/people.repository.ts',
  },
  {
    rule: 'api-asks-the-service',
    from: 'server/src/people/agencies/api/a5.ts',
    line: "import '../../people.repository.js';",
    to: 'server/src/people/people.repository.ts',
  },
  {
    rule: 'domain-is-pure',
    from: 'server/src/people/agencies/domain/d5.ts',
    line: "import '../../person.entity.js';",
    to: 'server/src/people/person.entity.ts',
  },
  { rule: 'api-asks-the-service', from: 'server/src/people/api/a2.ts', line: "import 'typeorm';" },
  {
    rule: 'api-asks-the-service',
    from: 'server/src/people/api/a3.ts',
    line: "import '../../platform/database/index.js';",
    to: 'server/src/platform/database/index.ts',
  },
  {
    rule: 'api-asks-the-service',
    from: 'server/src/people/api/a4.ts',
    line: "import '../person.entity.js';",
    to: 'server/src/people/person.entity.ts',
  },
  {
    rule: 'service-knows-no-api',
    from: 'server/src/people/people.service.ts',
    line: "import './api/x.js';",
    to: 'server/src/people/api/x.ts',
  },
  {
    rule: 'repository-asks-nobody-above',
    from: 'server/src/people/other.repository.ts',
    line: "import './people.service.js';",
    to: 'server/src/people/people.service.ts',
  },
  {
    rule: 'testing-stays-in-tests',
    from: 'server/src/people/t.ts',
    line: "import '../platform/testing/index.js';",
    to: 'server/src/platform/testing/index.ts',
  },
  {
    rule: 'testing-stays-in-tests',
    from: 'server/src/people/u.ts',
    line: "import '../testing/test-app.js';",
    to: 'server/src/testing/test-app.ts',
  },
  {
    rule: 'features-know-no-face',
    from: 'client/src/features/match/f.ts',
    line: "import '../../faces/donor/x.js';",
    to: 'client/src/faces/donor/x.ts',
  },
  {
    rule: 'ui-knows-no-feature',
    from: 'client/src/ui/u.ts',
    line: "import '../features/match/index.js';",
    to: 'client/src/features/match/index.ts',
  },
  {
    rule: 'faces-are-apart',
    from: 'client/src/faces/agency/f.ts',
    line: "import '../donor/x.js';",
    to: 'client/src/faces/donor/x.ts',
  },
  {
    rule: 'feature-through-index',
    from: 'client/src/faces/agency/g.ts',
    line: "import '../../features/match/inner.js';",
    to: 'client/src/features/match/inner.ts',
  },
  {
    rule: 'feature-through-index',
    from: 'client/src/features/people/g.ts',
    line: "import '../match/inner.js';",
    to: 'client/src/features/match/inner.ts',
  },
  {
    rule: 'no-circle',
    from: 'server/src/people/circle-a.ts',
    line: "import './circle-b.js';",
    to: 'server/src/people/circle-b.ts',
  },
  { rule: 'resolvable', from: 'server/src/people/lost.ts', line: "import './nowhere.js';" },
];

const allowed: readonly Import[] = [
  {
    rule: '',
    from: 'server/src/ok/ok.service.ts',
    line: "import '../people/index.js';",
    to: 'server/src/people/index.ts',
  },
  { rule: '', from: 'server/src/ok/domain/d.ts', line: "import '@tongxing/shared/rules';" },
  { rule: '', from: 'server/src/ok/domain/e.ts', line: "import './f.js';", to: 'server/src/ok/domain/f.ts' },
  { rule: '', from: 'server/src/ok/api/r.ts', line: "import '../ok.service.js';", to: 'server/src/ok/ok.service.ts' },
  {
    rule: '',
    from: 'server/src/ok/api/m.ts',
    line: "import type { E } from '../ok.entity.js'; export type F = E;",
    to: 'server/src/ok/ok.entity.ts',
  },
  {
    rule: '',
    from: 'server/src/notifications/notifier.ts',
    line: "import './channels/http-sms.js';",
    to: 'server/src/notifications/channels/http-sms.ts',
  },
  { rule: '', from: 'server/src/notifications/channels/smtp.ts', line: "import 'nodemailer';" },
  { rule: '', from: 'server/src/main.ts', line: "import './ok/ok.service.js';", to: 'server/src/ok/ok.service.ts' },
  { rule: '', from: 'server/src/demo/demo.ts', line: "import '../people/x.js';", to: 'server/src/people/x.ts' },
  {
    rule: '',
    from: 'server/src/platform/testing/start.ts',
    line: "import '../../app.module.js';",
    to: 'server/src/app.module.ts',
  },
  {
    rule: '',
    from: 'server/src/ok/ok.int-spec.ts',
    line: "import '../platform/testing/index.js';",
    to: 'server/src/platform/testing/index.ts',
  },
  {
    rule: '',
    from: 'e2e/ok.story.ts',
    line: "import '../server/src/platform/testing/index.js';",
    to: 'server/src/platform/testing/index.ts',
  },
  {
    rule: '',
    from: 'client/src/features/ok/t.ts',
    line: "import type { P } from '@tongxing/shared/matching'; export type Q = P;",
  },
  {
    rule: '',
    from: 'client/src/faces/ok/p.ts',
    line: "import '../../features/match/index.js';",
    to: 'client/src/features/match/index.ts',
  },
  {
    rule: '',
    from: 'client/src/faces/ok/q.ts',
    line: "import '../../features/match/MatchPage.js';",
    to: 'client/src/features/match/MatchPage.tsx',
  },
  {
    rule: '',
    from: 'server/src/ok/other.int-spec.ts',
    line: "import '../testing/test-app.js';",
    to: 'server/src/testing/test-app.ts',
  },
  { rule: '', from: 'server/src/testing/root.ts', line: "import '../main.js';", to: 'server/src/main.ts' },
  { rule: '', from: 'client/src/features/ok/v.ts', line: "import '../../ui/x.js';", to: 'client/src/ui/x.ts' },
];

let tree: string;
let found: Awaited<ReturnType<typeof crossings>>['violations'];

function put(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), 'tongxing-borders-'));
  mkdirSync(join(tree, 'node_modules', '@tongxing'), { recursive: true });
  for (const name of ['typeorm', 'react', 'nodemailer', '@nestjs']) {
    symlinkSync(join(root, 'node_modules', name), join(tree, 'node_modules', name));
  }
  symlinkSync(join(tree, 'shared'), join(tree, 'node_modules', '@tongxing', 'shared'));
  put('package.json', JSON.stringify({ name: 'tree', type: 'module', workspaces: ['shared'] }));
  put('shared/package.json', readFileSync(join(root, 'shared', 'package.json'), 'utf8'));
  for (const entry of ['rules', 'matching']) put(`shared/src/${entry}/index.ts`, 'export {};');
  const cases = [...forbidden, ...allowed];
  for (const { to } of cases) if (to) put(to, 'export {};');
  for (const { from, line } of cases) put(from, line);
  put('server/src/people/circle-b.ts', "import './circle-a.js';");
  // A circle of modules that no file closes: each module's file leads to the other's index.
  put('server/src/left/index.ts', 'export {};');
  put('server/src/left/left.service.ts', "import '../right/index.js';");
  put('server/src/right/index.ts', 'export {};');
  put('server/src/right/right.service.ts', "import '../left/index.js';");
  found = (await crossings(tree)).violations;
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

const touching = (path: string) => found.filter((violation) => violation.from === path);

describe('a border', () => {
  it.each(forbidden)('$rule refuses $from: $line', ({ rule, from, to }) => {
    expect(touching(from)).toContainEqual(expect.objectContaining(to ? { rule, from, to } : { rule, from }));
  });

  it('no-circle-of-modules refuses modules that need each other, though no file does', () => {
    expect(found).toContainEqual(
      expect.objectContaining({ rule: 'no-circle-of-modules', comment: 'Modules in a circle: left → right → left.' }),
    );
  });

  it.each(allowed)('lets $from: $line', ({ from }) => {
    expect(touching(from)).toEqual([]);
  });

  it('has a case here for every rule of the configuration', () => {
    const proven = new Set(forbidden.map(({ rule }) => rule));
    expect(config.forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });
});
