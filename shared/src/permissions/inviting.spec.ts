import { invitableRoles, MATRIX, ROLES } from './index.js';

describe('whom each role may invite', () => {
  it('is nobody for all who do not hold the permission', () => {
    for (const role of ROLES.filter((one) => !MATRIX['person.invite'].includes(one))) {
      expect([role, invitableRoles([role])]).toEqual([role, []]);
    }
  });

  it('is volunteers only for a social worker, and never a role above the own one', () => {
    expect(invitableRoles(['SOCIAL_WORKER'])).toEqual(['VOLUNTEER']);
    expect(invitableRoles(['SUPERVISOR'])).not.toContain('SUPERVISOR');
    expect(invitableRoles(['SUPERVISOR'])).not.toContain('DIRECTOR');
  });

  it('is everybody with an account of the agency for the director, and no guardian', () => {
    expect(invitableRoles(['DIRECTOR'])).toContain('DIRECTOR');
    expect(ROLES.filter((role) => invitableRoles(ROLES).includes(role) === false)).toEqual([
      'GUARDIAN',
      'PLATFORM_OPERATOR',
    ]);
  });
});
