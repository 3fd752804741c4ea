// Three requirements hang on one rule (H8): a worker must not read the reason of another beside a finding.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = (name: string) => readFileSync(join(process.cwd(), 'client/src/features/readiness', name), 'utf8');
const texts = (block: string | undefined) =>
  new Map([...(block ?? '').matchAll(/(\w+): msg`([^`]+)`/g)].map(([, name = '', text = '']) => [name, text]));

const RULES = { TRAINING: 'H6', VOLUNTEER_AGREEMENT: 'H7', RECORD_CHECK: 'H8', AGE: 'H8', WORK_STATUS: 'H8' } as const;

it('each requirement has a reason of its own', () => {
  const ofRules = texts(source('rule-words.ts'));
  const own = texts(/REQUIREMENT_REASONS[^{]*\{([^}]*)\}/.exec(source('eligibility-words.ts'))?.[1]);
  const reasons = Object.entries(RULES).map(([name, rule]) => own.get(name) ?? ofRules.get(rule));
  expect(reasons).not.toContain(undefined);
  expect(new Set(reasons).size).toBe(reasons.length);
});
