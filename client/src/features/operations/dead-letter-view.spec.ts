import { causeOf, lastDayToRetry, mayRetry, tallyOf } from './dead-letter-view.js';

const SHANGHAI = 'Asia/Shanghai';
const at = (today: string) => ({ today, timeZone: SHANGHAI });

describe('causeOf', () => {
  it.each(['SOMETHING_NEW', 'Error', 'UNKNOWN', '', 'SMTP_', 'SMTP_99', 'XSMS_500', 'toString', 'PAYLOAD_INVALID_TOO'])(
    'claims to know nothing about %j',
    (code) => {
      expect(causeOf(code)).toBe('UNKNOWN');
    },
  );

  it.each([
    ['SMTP_URL_MISSING', 'MAIL_NOT_SET_UP'],
    ['MAIL_ADDRESS_REFUSED', 'MAIL_ADDRESS'],
    ['SMTP_535', 'MAIL_SIGN_IN'],
    ['SMTP_UNREACHABLE', 'MAIL_UNREACHABLE'],
    ['SMTP_FAILED', 'MAIL_NOT_TAKEN'],
    ['SMTP_451', 'MAIL_NOT_TAKEN'],
    ['SMTP_552', 'MAIL_NOT_TAKEN'],
    ['SMS_URL_MISSING', 'SMS_NOT_SET_UP'],
    ['SMS_401', 'SMS_SIGN_IN'],
    ['SMS_UNREACHABLE', 'SMS_UNREACHABLE'],
    ['SMS_429', 'SMS_BUSY'],
    ['SMS_503', 'SMS_BUSY'],
    ['SMS_400', 'SMS_NOT_TAKEN'],
    ['NO_HANDLER', 'NO_HANDLER'],
    ['PAYLOAD_INVALID', 'CONTENT_INVALID'],
    ['PAYLOAD_PURGED', 'CONTENT_GONE'],
    ['UnsealError', 'KEY_MISSING'],
    ['WORKER_GONE', 'INTERRUPTED'],
    ['SQLITE_BUSY', 'DATABASE'],
    ['ER_LOCK_DEADLOCK', 'DATABASE'],
  ])('reads %s as %s', (code, cause) => {
    expect(causeOf(code)).toBe(cause);
  });
});

describe('trying again', () => {
  const letter = { diedAt: '2026-11-01T17:30:00.000Z', lastError: 'SMTP_URL_MISSING' };

  it('is not offered once the content has been erased', () => {
    expect(mayRetry(letter, at('2026-11-10'))).toBe(false);
    expect(mayRetry({ ...letter, lastError: 'PAYLOAD_PURGED' }, at('2026-11-02'))).toBe(false);
  });

  it('is offered to the end of the last day, by the calendar of the agency', () => {
    // 17:30 UTC is past midnight in Shanghai, so seven days later it is the 9th there.
    expect(lastDayToRetry(letter.diedAt, SHANGHAI)).toBe('2026-11-09');
    expect(lastDayToRetry(letter.diedAt, 'UTC')).toBe('2026-11-08');
    expect(mayRetry(letter, at('2026-11-09'))).toBe(true);
  });
});

it('a tally counts every outcome, also those that did not occur', () => {
  expect(tallyOf([])).toEqual({ REQUEUED: 0, EMPTIED: 0, GONE: 0 });
  expect(tallyOf(['REQUEUED', 'GONE', 'REQUEUED'])).toEqual({ REQUEUED: 2, EMPTIED: 0, GONE: 1 });
});
