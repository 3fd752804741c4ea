import { checkText, STRUCTURED_KINDS } from '@tongxing/shared/release-check';
import { misshapen, requireShape, type Leaving } from './message-gate.js';
import { toSms } from './message.js';
import { TEMPLATE_NAMES, TEMPLATES } from './templates.js';

const SHAPED = {
  agency: '同路社工',
  url: 'https://example.org:8443/g/aB3-_x',
  expiresOn: '2026-12-01',
  code: '123456',
  minutes: '10',
  kind: 'RECORD_CHECK',
  day: '2026-12-01',
  step: '-1',
  ending: '2',
  ended: '1',
  count: '2',
  people: '30',
  joined: '25',
  waiting: '7',
};
const leaving = (params: Readonly<Record<string, string>>, path: string | null = null): Leaving => ({
  template: 'reminderDue',
  params,
  path,
});
/** What somebody could write of a child, in one word or many, and in the letters of an address. */
const WRITTEN = ['小敏', '小敏在明德小学三年级', 'Xiaomin was hit', '13800138000 找她妈妈', '', '"'];

describe('the gate of messages', () => {
  it.each(Object.keys(SHAPED).filter((name) => name !== 'agency'))(
    'has no place in %s for what somebody wrote',
    (name) => {
      for (const text of WRITTEN)
        expect([text, misshapen(leaving({ ...SHAPED, [name]: text }))]).toEqual([text, [name]]);
    },
  );

  it('knows every text that a message may have, and refuses one that it does not know', () => {
    expect(misshapen(leaving(SHAPED))).toEqual([]);
    expect(misshapen(leaving({ ...SHAPED, words: '小敏' }))).toEqual(['words']);
    expect(misshapen(leaving({ toString: '小敏' }))).toEqual(['toString']);
    expect(misshapen(leaving({ agency: '长'.repeat(201) }))).toEqual(['agency']);
    expect(misshapen({ ...leaving(SHAPED), items: [leaving({ day: '小敏' }, '/小敏')] })).toEqual(['day', 'path']);
  });

  it('lets pages through by route and opaque id, and no sentence as one', () => {
    for (const path of [
      '/',
      '/agency/children/Q2hpbGQ6MDE=/consents',
      '/reset/a-b_c',
      '/agency/staff?tab=ending',
      null,
    ]) {
      expect([path, misshapen(leaving({}, path))]).toEqual([path, []]);
    }
    for (const path of [
      '/小敏',
      '/a b',
      '//evil.example',
      'https://evil.example',
      `/${'x'.repeat(101)}`,
      '/a?b=小敏',
    ]) {
      expect([path, misshapen(leaving({}, path))]).toEqual([path, ['path']]);
    }
  });

  it('stops where the mistake was made, with the names of what is wrong and nothing of the text', () => {
    expect(() => {
      requireShape(leaving({ ...SHAPED, day: '小敏昨天哭了' }));
    }).toThrow(/^BUG: free text in the message reminderDue: day$/);
  });
});

describe('what all messages say', () => {
  it('holds nothing that the release check is sure of, but the link that is theirs', () => {
    for (const template of TEMPLATE_NAMES) {
      const { text } = toSms(
        { template, locale: 'zh-CN', params: SHAPED, to: '+8613900000001', path: null },
        'https://example.org',
      );
      const words = Object.values(TEMPLATES[template]['zh-CN'](SHAPED)).join('\n');
      for (const said of [text, words]) {
        const own = said.replaceAll(SHAPED.url, '').replaceAll(SHAPED.code, '');
        const sure = checkText(own).filter(
          ({ certainty, kind }) => certainty === 'SURE' && STRUCTURED_KINDS.includes(kind),
        );
        expect([template, sure]).toEqual([template, []]);
      }
    }
  });
});
