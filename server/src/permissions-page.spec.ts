// docs/permissions.md is what the matrix says, and a director can read it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { permissionsPage } from './permissions-page.js';

describe('docs/permissions.md', () => {
  const page = permissionsPage();

  it('is what the matrix says (else: npm run permissions:print)', () => {
    const file = resolve(import.meta.dirname, '../../docs/permissions.md');
    expect(readFileSync(file, 'utf8')).toBe(page);
  });

  it('shows a reader no code of a role, relation or permission', () => {
    expect(page).not.toMatch(/\b[A-Z]+_[A-Z_]+\b/);
    expect(page.replaceAll('`npm run permissions:print`', '').replace('docs/', '')).not.toMatch(
      /\b[a-z]+\.[a-z][A-Za-z]*\b/,
    );
  });
});
