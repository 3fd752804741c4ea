import { setupProblems, trimmed } from './setup-form.js';

const GOOD = {
  agencyName: '晨光社工服务中心',
  directorName: '林溪',
  identifier: '13800000000',
  password: '十二个字以上的长长密码句',
};
const problems = (change: Partial<typeof GOOD>): readonly string[] => setupProblems({ ...GOOD, ...change });

describe('the form of the first run', () => {
  it.each([
    ['agencyName', ' '],
    ['directorName', '林'],
    ['identifier', 'not a phone'],
    ['identifier', '12'],
    ['password', 'short'],
  ])('refuses %s = %j', (field, value) => {
    expect(problems({ [field]: value })).toEqual([field]);
  });

  it('sends names without the spaces around them, and the password as it was typed', () => {
    expect(trimmed({ ...GOOD, agencyName: ' 晨光 ', password: ' with a space ' })).toEqual({
      ...GOOD,
      agencyName: '晨光',
      password: ' with a space ',
    });
  });

  it.each(['13800000000', '+86 138-0000-0000', 'lin@agency.example'])('takes %s to sign in with', (identifier) => {
    expect(problems({ identifier })).toEqual([]);
  });
});
