import type { OfficeId } from '@tongxing/shared/kernel';
import type { Role } from '@tongxing/shared/permissions';
import { refusedPost } from './may-invite.js';

const east = 'east' as OfficeId;
const of = (...roles: Role[]) => ({ roles, offices: 'ALL' as const });

describe('inviting to a role', () => {
  it('refuses what is not the inviter’s to give, also where it stands beside what is', () => {
    expect(refusedPost(of('SOCIAL_WORKER'), [{ role: 'VOLUNTEER' }, { role: 'DIRECTOR' }])?.role).toBe('DIRECTOR');
    expect(refusedPost(of('VOLUNTEER'), [{ role: 'VOLUNTEER' }])?.role).toBe('VOLUNTEER');
  });

  it('refuses another office, and the whole agency to whoever has one office', () => {
    const supervisor = { roles: ['SUPERVISOR'] as const, offices: [east] };
    expect(refusedPost(supervisor, [{ role: 'SOCIAL_WORKER', officeId: 'west' }])).toBeDefined();
    expect(refusedPost(supervisor, [{ role: 'SOCIAL_WORKER' }])).toBeDefined();
    expect(refusedPost(supervisor, [{ role: 'SOCIAL_WORKER', officeId: east }, { role: 'VOLUNTEER' }])).toBeUndefined();
  });

  it('lets the director invite another director', () => {
    expect(refusedPost(of('DIRECTOR'), [{ role: 'DIRECTOR' }])).toBeUndefined();
  });
});
