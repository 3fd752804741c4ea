import { groupedPaperNumber, newPaperNumber, readPaperNumber } from './paper-number.js';

it('refuses what cannot be a number', () => {
  for (const typed of ['', '4F7K', '4F7K-9Q2M-XC3T-8HW!', '4F7K-9Q2M-XC3T-8HWD-0', 'U'.repeat(16)]) {
    expect([typed, readPaperNumber(typed)]).toEqual([typed, undefined]);
  }
});

it('reads a number however it is typed', () => {
  const number = newPaperNumber((below) => below - 1);
  expect(number).toBe('Z'.repeat(16));
  for (const typed of [
    '4f7k 9q2m xc3t 8hwd',
    '4F7K-9Q2M-XC3T-8HWD',
    '４Ｆ７Ｋ９Ｑ２ＭＸＣ３Ｔ８ＨＷＤ',
    '4F7K·9Q2M—XC3T.8HWD',
  ]) {
    expect(readPaperNumber(typed)).toBe('4F7K9Q2MXC3T8HWD');
  }
  expect(readPaperNumber('OIL0OIL0OIL0OIL0')).toBe('0110011001100110');
});

it('is printed in groups that lead back to it', () => {
  const number = '4F7K9Q2MXC3T8HWD';
  expect(groupedPaperNumber(number)).toBe('4F7K-9Q2M-XC3T-8HWD');
  expect(readPaperNumber(groupedPaperNumber(number))).toBe(number);
});
