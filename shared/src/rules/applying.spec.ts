import { localDate } from '../kernel/index.js';
import { newApplyCode, readApplyCode, groupedApplyCode } from './apply-code.js';
import { ageStanding, applicationWaits, missingAnswers, type ApplicationAnswers } from './applying.js';

const TODAY = localDate('2026-11-22');
const NEEDS = { today: TODAY, minimumAge: 14, referees: 1 };
const WHOLE: ApplicationAnswers = {
  name: '林小满',
  phone: '138 0013 8000',
  birthDate: '1995-05-05',
  interests: ['COMPANIONSHIP'],
  freeTimes: [{ weekday: 6, startMinute: 540, endMinute: 720 }],
  languages: ['MANDARIN'],
  motive: '想陪孩子读书',
  referees: [{ name: '周老师', phone: '13900139000', relation: '同事' }],
};
const fieldsOf = (answers: ApplicationAnswers, needs = NEEDS) =>
  missingAnswers(answers, needs).map(({ field }) => field);

describe('an application', () => {
  it('says everything that is missing, in the order of the steps', () => {
    expect(fieldsOf({})).toEqual([
      'name',
      'phone',
      'birthDate',
      'interests',
      'freeTimes',
      'languages',
      'motive',
      'referees',
    ]);
    expect(fieldsOf(WHOLE)).toEqual([]);
  });

  it('cannot be sent by whoever is too young, and not by a minor without another person’s number', () => {
    expect(fieldsOf({ ...WHOLE, birthDate: '2012-11-23' })).toEqual(['age']);
    const minor = { ...WHOLE, birthDate: '2010-01-01' };
    expect(fieldsOf(minor)).toEqual(['guardianName', 'guardianPhone']);
    expect(fieldsOf({ ...minor, guardianName: '林青', guardianPhone: '+8613800138000' })).toEqual(['guardianPhone']);
    expect(fieldsOf({ ...minor, guardianName: '林青', guardianPhone: '13700137000' })).toEqual([]);
  });

  it('counts a referee once, and never the applicant', () => {
    const self = { name: '我', phone: '+8613800138000', relation: '' };
    const [zhou] = WHOLE.referees ?? [];
    expect(fieldsOf({ ...WHOLE, referees: [self] })).toEqual(['referees']);
    expect(
      zhou && fieldsOf({ ...WHOLE, referees: [zhou, { ...zhou, name: '周' }] }, { ...NEEDS, referees: 2 }),
    ).toEqual(['referees']);
  });

  it('knows ages on the day itself', () => {
    expect(ageStanding('2012-11-22', TODAY, 14)).toBe('MINOR');
    expect(ageStanding('2012-11-23', TODAY, 14)).toBe('TOO_YOUNG');
    expect(ageStanding('2008-11-22', TODAY, 14)).toBe('ADULT');
    for (const wrong of [undefined, '', '22.11.2008', '2026-11-22', '1800-01-01']) {
      expect(ageStanding(wrong, TODAY, 14)).toBe('UNKNOWN');
    }
  });

  it('waits for the applicant, then for the agency, then for nothing', () => {
    const standing = { paused: false, minor: true, referencesNeeded: 1, referencesGiven: 0 };
    expect(applicationWaits({ ...standing, state: 'STARTED' })).toEqual(['APPLICANT']);
    expect(applicationWaits({ ...standing, state: 'SENT' })).toEqual(['TALK', 'GUARDIAN', 'REFERENCES']);
    expect(applicationWaits({ ...standing, state: 'SENT', paused: true })).toEqual(['APPLICANT']);
    const whole = { ...standing, referencesGiven: 1, guardian: 'YES' as const };
    expect(applicationWaits({ ...whole, state: 'TALKED' })).toEqual(['DECISION']);
    expect(applicationWaits({ ...whole, state: 'ACCEPTED' })).toEqual([]);
  });
});

describe('the code of an application', () => {
  let at = 0;
  const code = newApplyCode((below) => (at += 7) % below);

  it('is the same however it was typed', () => {
    for (const typed of [
      code,
      code.toLowerCase(),
      groupedApplyCode(code),
      ` ${groupedApplyCode(code).replaceAll(' ', '-')} `,
    ]) {
      expect(readApplyCode(typed)).toBe(code);
    }
  });

  it('shows a wrong, a missing and two swapped signs at once', () => {
    const other = code.startsWith('2') ? '3' : '2';
    const swapped = `${code.charAt(1)}${code.charAt(0)}${code.slice(2)}`;
    for (const typed of [`${other}${code.slice(1)}`, code.slice(1), `${code}2`, swapped, '']) {
      expect(readApplyCode(typed)).toBeUndefined();
    }
  });
});
