// What the table must say whatever rows are added: who may never come near what.
import {
  CHILD_GRADES,
  clearanceBy,
  clearanceOf,
  clears,
  GRADES,
  MATRIX,
  PERMISSION_WORDS,
  PERMISSIONS,
  permissionsOf,
  reachOf,
  RELATIONS,
  RESOURCES,
  resourceOf,
  ROLES,
  type Role,
} from './index.js';

const outside = (...roles: Role[]) => ROLES.filter((role) => !roles.includes(role));
const CASE_TEAM: Role[] = ['SOCIAL_WORKER', 'SUPERVISOR', 'DIRECTOR'];

describe('the permission matrix', () => {
  it('gives nobody outside the case team a grade of the child file, but a guardian the own child by name', () => {
    for (const role of outside(...CASE_TEAM, 'GUARDIAN')) {
      for (const relation of RELATIONS) expect([role, clears('G3', clearanceBy(role, relation))]).toEqual([role, true]);
    }
    expect(RELATIONS.filter((relation) => clears(clearanceBy('GUARDIAN', relation), 'G4'))).toEqual(['OWN']);
    expect(RELATIONS.some((relation) => clears(clearanceBy('GUARDIAN', relation), 'G5'))).toBe(false);
  });

  it('shows the result of a record check to directors only (H8)', () => {
    expect(ROLES.filter((role) => clears(clearanceOf(role, 'screening'), 'G6'))).toEqual(['DIRECTOR']);
  });

  it('tells a companion of the child while they are together, and nothing of the child afterwards', () => {
    expect(clearanceBy('VOLUNTEER', 'ASSIGNED')).toBe('G3');
    expect(CHILD_GRADES).not.toContain(clearanceBy('VOLUNTEER', 'FORMERLY_ASSIGNED'));
    expect(clearanceBy('VOLUNTEER', 'SAME_OFFICE')).toBe('G0');
  });

  it('shows no child, and no person, to the platform operator', () => {
    expect(RELATIONS.map((relation) => clearanceBy('PLATFORM_OPERATOR', relation))).toEqual(
      RELATIONS.map((relation) => (relation === 'OWN' ? 'G2' : relation === 'SAME_AGENCY' ? 'G1' : 'G0')),
    );
  });

  it('says for every permission who holds it, in which relation and up to which grade', () => {
    for (const permission of PERMISSIONS) {
      expect(RESOURCES).toContain(resourceOf(permission));
      expect([permission, MATRIX[permission].length]).not.toEqual([permission, 0]);
      for (const role of MATRIX[permission]) {
        const reach = Object.entries(reachOf(role, permission) ?? {});
        expect(reach.length).toBeGreaterThan(0);
        for (const [relation, grade] of reach) {
          expect(RELATIONS).toContain(relation);
          expect(GRADES).toContain(grade);
        }
      }
      expect(PERMISSION_WORDS[permission].zh).toMatch(/\p{Script=Han}/u);
      expect(PERMISSION_WORDS[permission].en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('adds up the permissions of several roles, and gives none for no role', () => {
    expect([...permissionsOf([])]).toEqual([]);
    const both = permissionsOf(['VOLUNTEER', 'SOCIAL_WORKER']);
    for (const role of ['VOLUNTEER', 'SOCIAL_WORKER'] as const) {
      for (const permission of permissionsOf([role])) expect(both.has(permission)).toBe(true);
    }
    expect(both.has('screening.readHit')).toBe(false);
  });

  it('orders grades: each includes those before it', () => {
    expect(GRADES.map((grade) => GRADES.filter((lower) => clears(grade, lower)).length)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
