// docs/disclosure.md is what the policy says, and a director can read it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { disclosurePage } from './disclosure-page.js';

describe('docs/disclosure.md', () => {
  const page = disclosurePage();

  it('is what the policy says (else: npm run permissions:print)', () => {
    const file = resolve(import.meta.dirname, '../../docs/disclosure.md');
    expect(readFileSync(file, 'utf8')).toBe(page);
  });

  it('shows a reader no code of a role, group or purpose', () => {
    expect(page).not.toMatch(/\b[A-Z]{2,}_[A-Z_]+\b/);
    expect(page).not.toMatch(/\b(DONOR|VOLUNTEER|EXPERT|PARTNER|COMPANY|PUBLIC|PROGRESS|IMAGE|VOICE|REGION)\b/);
  });
});
