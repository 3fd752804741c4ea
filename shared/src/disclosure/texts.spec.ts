import { localDate } from '../kernel/index.js';
import { AUDIENCES, consentText, OFFERS, PURPOSES, TEXT_LANGUAGES, TEXT_PARTS, textBody } from './index.js';

const FACTS = { until: localDate('2027-05-31'), agencyName: '同行社工' } as const;

describe('the text that a family hears', () => {
  it('does not exist for what a family is never asked', () => {
    for (const purpose of PURPOSES) {
      for (const audience of AUDIENCES) {
        const asked = OFFERS.some((one) => one.purpose === purpose && one.audience === audience);
        expect(consentText({ ...FACTS, purpose, audience }, 'zh-CN') !== undefined).toBe(asked);
      }
    }
  });

  it('says in both languages who, why, what, until when, that no changes nothing, and how to take it back', () => {
    for (const { purpose, audience } of OFFERS) {
      for (const language of TEXT_LANGUAGES) {
        const text = consentText({ ...FACTS, purpose, audience }, language);
        expect(text?.parts.map(({ part }) => part)).toEqual(TEXT_PARTS);
        const body = text ? textBody(text) : '';
        expect(body).toContain('2027-05-31');
        expect(/\p{Script=Han}/u.test(body.replaceAll(FACTS.agencyName, ''))).toBe(language === 'zh-CN');
      }
    }
  });

  it('is another text for another end, occasion or agency', () => {
    const facts = { ...FACTS, purpose: 'PUBLIC_STORY', audience: 'PUBLIC' } as const;
    const bodies = [
      facts,
      { ...facts, until: localDate('2027-06-01') },
      { ...facts, occasion: '新年画展' },
      { ...facts, agencyName: '邻里社工' },
    ].map((one) => consentText(one, 'zh-CN'));
    expect(new Set(bodies.map((text) => text && textBody(text))).size).toBe(4);
  });
});
