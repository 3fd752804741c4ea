import { LANGUAGES, NEEDS } from '@tongxing/shared/rules';
import { readDate } from './read-date.js';
import { readWeeklyTimes } from './read-weekly-times.js';
import { readCheckResult, readCodes, readGender, readPlaces, readPriority, readWantedGender } from './read-words.js';

describe('dates', () => {
  it.each([
    ['去年春天', 'DATE_UNREADABLE'],
    ['3/1/2025', 'DATE_UNREADABLE'],
    ['25-03-01', 'DATE_UNREADABLE'],
    ['2025-03', 'DATE_UNREADABLE'],
    ['2025', 'DATE_UNREADABLE'],
    ['2025-03-011', 'DATE_UNREADABLE'],
    ['2025-02-30', 'DATE_IMPOSSIBLE'],
    ['2025年13月1日', 'DATE_IMPOSSIBLE'],
    ['20250229', 'DATE_IMPOSSIBLE'],
  ])('does not guess %s', (raw, error) => expect(readDate(raw)).toEqual({ ok: false, error }));

  it.each([
    '2025-03-01',
    '2025/3/1',
    '2025.3.1',
    '2025年3月1日',
    '2025 年 03 月 01 日',
    '20250301',
    '45717',
    '45717.5',
    ' ２０２５－０３－０１\u3000',
    '2025–3–1',
    '2025/3/1 0:00:00',
    '2025-03-01T08:30:00Z',
  ])('reads %s as 1 March 2025', (raw) => expect(readDate(raw)).toEqual({ ok: true, value: '2025-03-01' }));
});

const span = (weekday: number, start: number, end: number) => ({
  weekday,
  startMinute: start * 60,
  endMinute: end * 60,
});

describe('weekly times', () => {
  it.each([
    ['周六', 'TIME_UNREADABLE'],
    ['周六下午', 'TIME_UNREADABLE'],
    ['14:00-17:00', 'TIME_UNREADABLE'],
    ['周六 14:00', 'TIME_UNREADABLE'],
    ['周六 14:00-17:00，周日', 'TIME_UNREADABLE'],
    ['有空就来', 'TIME_UNREADABLE'],
    ['Sometimes 14:00-17:00', 'TIME_UNREADABLE'],
    ['周六 17:00-14:00', 'TIME_ORDER'],
    ['周六 14:00-14:00', 'TIME_ORDER'],
    ['周六 20:00-25:00', 'TIME_ORDER'],
  ])('does not guess %s', (raw, error) => expect(readWeeklyTimes(raw)).toEqual({ ok: false, error }));

  it.each([
    ['', []],
    ['无', []],
    ['周六 14:00-17:00；周日 9:00-12:00', [span(6, 14, 17), span(7, 9, 12)]],
    ['周日 9:00-12:00;周六 14:00-17:00', [span(6, 14, 17), span(7, 9, 12)]],
    ['Sat 14:00-17:00; Sunday 9:00 - 12:00', [span(6, 14, 17), span(7, 9, 12)]],
    ['星期六１４：００～１７：００', [span(6, 14, 17)]],
    ['周六：下午2点至5点', [span(6, 14, 17)]],
    ['周六晚上7点半到9点', [span(6, 19.5, 21)]],
    ['周六 2-5pm', [span(6, 14, 17)]],
    ['sat 9am-1pm', [span(6, 9, 13)]],
    ['Sat 9-1pm', [span(6, 9, 13)]],
    ['周末 9:00-12:00', [span(6, 9, 12), span(7, 9, 12)]],
    ['周一、三 18:00-20:00', [span(1, 18, 20), span(3, 18, 20)]],
    ['Mon to Wed 18:00-20:00', [span(1, 18, 20), span(2, 18, 20), span(3, 18, 20)]],
    ['周六至周一 18:00-24:00', [span(1, 18, 24), span(6, 18, 24), span(7, 18, 24)]],
    ['周日 9:00-11:00、11:00-12:00', [span(7, 9, 12)]],
    ['周六 9:00-11:00、11:00-12:00，周六 10:00-11:30 14:00-15:00', [span(6, 9, 12), span(6, 14, 15)]],
  ])('reads %s', (raw, value) => expect(readWeeklyTimes(raw)).toEqual({ ok: true, value }));
});

describe('words', () => {
  it('one unknown word spoils a list', () => {
    expect(readCodes(LANGUAGES, '普通话、家乡话', 'LANGUAGE_UNKNOWN')).toEqual({
      ok: false,
      error: 'LANGUAGE_UNKNOWN',
    });
  });

  it.each([
    ['普通话、江苏话', ['MANDARIN', 'JIANGHUAI']],
    ['普通话 粤语', ['MANDARIN', 'CANTONESE']],
    ['Mandarin, Sign language', ['MANDARIN', 'SIGN']],
    ['普通话\n四川话等', ['MANDARIN', 'SICHUANESE']],
    ['粤语/粤语', ['CANTONESE']],
    ['—', []],
  ])('reads %j', (raw, value) => expect(readCodes(LANGUAGES, raw, 'LANGUAGE_UNKNOWN')).toEqual({ ok: true, value }));

  it('reads needs by their words', () => {
    expect(readCodes(NEEDS, '学业和情绪；社交', 'NEED_UNKNOWN')).toEqual({
      ok: true,
      value: ['STUDY', 'EMOTION', 'PEERS'],
    });
  });

  it('knows two genders of a record, and who may be asked for', () => {
    expect([readGender('未知'), readGender('女生'), readGender('Ｍ')]).toMatchObject([
      { ok: false },
      { value: 'FEMALE' },
      { value: 'MALE' },
    ]);
    expect(readWantedGender('不限', 'FEMALE')).toEqual({ ok: true, value: undefined });
    expect(readWantedGender('同性', 'FEMALE')).toEqual({ ok: true, value: 'FEMALE' });
    expect(readWantedGender('同性', undefined)).toEqual({ ok: false, error: 'GENDER_UNKNOWN' });
  });

  it('a check’s answer is clear, a hit, awaited, or not understood; never clear by default', () => {
    expect(readCheckResult('无违法犯罪记录')).toEqual({ ok: true, value: 'CLEAR' });
    expect(readCheckResult('有')).toEqual({ ok: true, value: 'HIT' });
    expect(readCheckResult('查询中')).toEqual({ ok: true, value: undefined });
    expect(readCheckResult('见附件')).toEqual({ ok: false, error: 'CHECK_RESULT_UNKNOWN' });
  });

  it('keeps numbers in their range', () => {
    expect(['0', '2人', '两', '10'].map(readPlaces)).toEqual([0, 2, 2, 10].map((value) => ({ ok: true, value })));
    for (const raw of ['11', '-1', '1.5', '很多'])
      expect(readPlaces(raw)).toEqual({ ok: false, error: 'PLACES_RANGE' });
    expect(['1', '５', '高', '3级'].map(readPriority)).toEqual([1, 5, 5, 3].map((value) => ({ ok: true, value })));
    for (const raw of ['0', '6', 'A']) expect(readPriority(raw)).toEqual({ ok: false, error: 'PRIORITY_RANGE' });
  });
});
