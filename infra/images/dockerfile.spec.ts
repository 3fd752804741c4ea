// The reader of the Dockerfile passes over nothing in silence, and ignores what the engine would ignore.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isIgnored, readStages } from './dockerfile.mjs';

const here = (file: string) => readFileSync(join(import.meta.dirname, '..', '..', file), 'utf8');

describe('the Dockerfile', () => {
  it('is refused where a word is not known, or copies by a flag that is not', () => {
    expect(() => readStages('FROM a\nADD x y')).toThrow('does not know ADD');
    expect(() => readStages('RUN x')).toThrow('RUN before any FROM');
    expect(() => readStages('FROM a\nCOPY --chown=node x y')).toThrow('COPY --chown=node is not known');
  });

  it('is read stage by stage', () => {
    const stages = readStages(
      'FROM a AS one\nWORKDIR /app\nRUN x \\\n  && y\nFROM b\nENV A=b=c\nCOPY --from=one /p q\nCMD ["n"]',
    );
    expect(stages).toEqual([
      { name: 'one', folder: '/app', environment: {}, steps: [{ kind: 'RUN', text: 'x && y' }], command: [] },
      {
        ...{ name: 'stage-1', folder: '/', environment: { A: 'b=c' }, command: ['n'] },
        steps: [{ kind: 'COPY', text: 'COPY --from=one /p q', from: 'one', sources: ['/p'], target: 'q' }],
      },
    ]);
  });

  it('of ours builds before it copies the result', () => {
    const [build, packages, last] = readStages(here('infra/images/Dockerfile'));
    expect([build?.name, packages?.name]).toEqual(['build', 'packages']);
    expect(last?.steps.flatMap((step) => (step.kind === 'COPY' && step.from ? [step.from] : []))).toContain('build');
    expect(last?.command[0]).toBe('node');
  });
});

describe('.dockerignore', () => {
  const ignored = isIgnored(here('.dockerignore'));

  it('keeps secrets, history and what was built out of the image', () => {
    for (const path of ['.env', 'infra/compose/.env', '.git/config', 'server/dist/main.js', 'node_modules/x/y']) {
      expect([path, ignored(path)]).toEqual([path, true]);
    }
  });

  it('lets in what is needed', () => {
    for (const path of ['server/src/main.ts', 'client/index.html', '.npmrc', 'infra/build/swcrc.json']) {
      expect([path, ignored(path)]).toEqual([path, false]);
    }
  });
});
