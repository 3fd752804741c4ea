import { TEMPLATE_NAMES, TEMPLATES, type Locale, type Words } from './templates.js';

const PARAMS = {
  agency: '同路社工',
  url: 'https://example.org/g/abc',
  expiresOn: '2026-12-01',
  code: '123456',
  minutes: '10',
  kind: 'RECORD_CHECK',
  day: '2026-12-01',
  step: '7',
  ending: '2',
  ended: '1',
  count: '2',
  people: '30',
  joined: '25',
  waiting: '7',
};
const all = (locale: Locale): [string, Words][] =>
  TEMPLATE_NAMES.map((name) => [name, TEMPLATES[name][locale](PARAMS)]);

describe('the words of messages', () => {
  it('are complete in both languages', () => {
    for (const [name, words] of [...all('zh-CN'), ...all('en')]) {
      for (const [part, text] of Object.entries(words))
        expect([name, part, text]).toEqual([name, part, expect.stringMatching(/\S/)]);
    }
  });

  it('hold no English in Chinese, and no Chinese in English', () => {
    for (const [name, words] of all('zh-CN')) {
      const own = Object.values(words).join(' ').replace(PARAMS.url, '');
      expect([name, /[A-Za-z]{3,}/.test(own)]).toEqual([name, false]);
    }
    for (const [name, words] of all('en')) {
      const own = Object.values(words).join(' ').replaceAll(PARAMS.agency, '');
      expect([name, /\p{Script=Han}/u.test(own)]).toEqual([name, false]);
    }
  });

  it('have no place for a child: none takes more than the agency, a link and a day', () => {
    // The Chinese word for child, and the English one, may stand for children in general only; none does now.
    for (const [name, words] of [...all('zh-CN'), ...all('en')]) {
      expect([name, /儿童|孩子|child\b/i.test(Object.values(words).join(' '))]).toEqual([name, false]);
    }
  });
});
