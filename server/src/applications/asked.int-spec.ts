// A minor's guardian and those who know an applicant: asked by a link of their own, answered once.
import { ANSWER, ASK, ASK_GUARDIAN, ASK_REFEREE, type Outcome, ApplicantsWorld } from '../testing/applicants-world.js';
import { Database } from '../platform/database/index.js';
import { ApplicationAsk } from './application.entity.js';

const LONG = 180_000;

const applicants = new ApplicantsWorld();
const { outcome, sent, one, talk, accept, newestAsk } = applicants;
beforeAll(() => applicants.begin(), LONG);
afterAll(() => applicants.world.platform.stop());

describe('those who are asked', () => {
  const minor = { birthDate: '2010-03-03', guardianName: '林青', guardianPhone: '13700137001' };

  it('a guardian answers by a link of their own to the very text, and before a yes nobody is taken on', async () => {
    const { id } = await sent(minor);
    const code = await newestAsk('/apply/guardian');
    const look = (await applicants.world.ask<{ outcome: Outcome & { text: string } }>('visitor', ASK, { code }))
      .outcome;
    expect(look).toMatchObject({ kind: 'GUARDIAN', applicantName: '林小满', contactName: '林青', answer: null });
    expect(look.text).toContain('林小满');
    await talk('worker', id);
    expect(await accept('worker', id)).toMatchObject({ waits: ['GUARDIAN'] });
    const yes = {
      code,
      locale: 'ZH_CN',
      answer: 'YES',
      name: '林青',
      relation: '妈妈',
      method: 'TYPED',
      textHash: look['textHash'],
    };
    expect((await outcome('visitor', ANSWER, { ...yes, textHash: 'x'.repeat(64) })).fields).toEqual([
      { field: 'textHash', code: 'TEXT_CHANGED' },
    ]);
    expect((await outcome('visitor', ANSWER, { ...yes, method: 'DRAWN', signature: '<svg>' })).fields).toEqual([
      { field: 'signature', code: 'INVALID' },
    ]);
    expect(await outcome('visitor', ANSWER, yes)).toMatchObject({ answer: 'YES' });
    expect((await one('worker', id))?.asks).toEqual([
      expect.objectContaining({ kind: 'GUARDIAN', answer: 'YES', textHash: look['textHash'] }),
    ]);
    // And may say no after all, as long as nothing is decided.
    expect(await outcome('visitor', ANSWER, { ...yes, answer: 'NO' })).toMatchObject({ answer: 'NO' });
    expect(await accept('worker', id)).toMatchObject({ waits: ['GUARDIAN_SAID_NO'] });
    // Asked again, the link before is dead and the word before counts no longer.
    await outcome('worker', ASK_GUARDIAN, { applicationId: id });
    expect((await applicants.world.ask<{ outcome: unknown }>('visitor', ASK, { code })).outcome).toBeNull();
    const again = await newestAsk('/apply/guardian');
    expect(await outcome('visitor', ANSWER, { ...yes, code: again })).toMatchObject({ answer: 'YES' });
    expect(await accept('worker', id)).toMatchObject({ __typename: 'ApplicationAccepted' });
  });

  it('a referee says a few words once, and lets somebody be taken on without another reason', async () => {
    const { id } = await sent();
    await talk('worker', id);
    expect(await outcome('worker', ASK_REFEREE, { applicationId: id, at: 7 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await outcome('worker', ASK_REFEREE, { applicationId: id, at: 0 })).toMatchObject({ waits: ['REFERENCES'] });
    const code = await newestAsk('/apply/reference');
    const said = { code, locale: 'ZH_CN', answer: 'YES', name: '周老师' };
    expect((await outcome('visitor', ANSWER, said)).fields).toEqual([{ field: 'words', code: 'REQUIRED' }]);
    await outcome('visitor', ANSWER, { ...said, words: '可靠' });
    await outcome('visitor', ANSWER, { ...said, answer: 'NO', words: '改口' });
    expect((await one('worker', id))?.asks).toEqual([expect.objectContaining({ answer: 'YES', words: '可靠' })]);
    expect(await accept('worker', id, { reason: '' })).toMatchObject({ invitation: 'SENT' });
    expect((await applicants.world.ask<{ outcome: unknown }>('visitor', ASK, { code })).outcome).toBeNull();
  });

  it('have names and words nowhere in the open, and the links they got only as a fingerprint', async () => {
    await sent({ ...minor, guardianName: '独特的监护人' });
    const code = await newestAsk('/apply/guardian');
    const text = JSON.stringify(await applicants.world.platform.app.get(Database).repository(ApplicationAsk).find());
    for (const secret of ['独特的监护人', '可靠', code]) expect(text).not.toContain(secret);
  });
});
