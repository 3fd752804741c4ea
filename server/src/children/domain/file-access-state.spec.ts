import { fileAccessState, hoursAfter, type FileAccessDates } from './file-access-state.js';

const ASKED = '2026-11-22T02:00:00.000Z';
const asked: FileAccessDates = { requestedAt: ASKED, decision: null, opensUntil: null, withdrawnAt: null };
const opened: FileAccessDates = { ...asked, decision: 'APPROVED', opensUntil: hoursAfter(ASKED, 24) };

describe('a wish to open a file', () => {
  it('is not open before somebody allowed it, nor after it was declined or taken back', () => {
    expect(fileAccessState(asked, ASKED)).toBe('PENDING');
    expect(fileAccessState({ ...asked, decision: 'DECLINED' }, ASKED)).toBe('DECLINED');
    expect(fileAccessState({ ...opened, withdrawnAt: ASKED }, ASKED)).toBe('WITHDRAWN');
  });

  it('closes at the very moment its time is over', () => {
    expect(fileAccessState(opened, '2026-11-23T01:59:59.999Z')).toBe('OPEN');
    expect(fileAccessState(opened, '2026-11-23T02:00:00.000Z')).toBe('EXPIRED');
  });

  it('ends by itself where nobody decides within a week', () => {
    expect(fileAccessState(asked, '2026-11-29T01:59:59.999Z')).toBe('PENDING');
    expect(fileAccessState(asked, '2026-11-29T02:00:00.000Z')).toBe('EXPIRED');
  });
});
