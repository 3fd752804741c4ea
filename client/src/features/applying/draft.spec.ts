import { arrived, newDraft, readDraft, together, toSend, typed } from './draft.js';

const CODE = '234567ABCDEF';

describe('what was typed', () => {
  it('waits to be sent, each field once', () => {
    const draft = typed(typed(newDraft(CODE), { name: '林' }), { name: '林小满', motive: '想陪孩子' });
    expect(draft.changed).toEqual(['name', 'motive']);
    expect(toSend(draft)).toEqual({ name: '林小满', motive: '想陪孩子' });
  });

  it('while the rest was on its way still has to go', () => {
    const before = typed(newDraft(CODE), { name: '林小满', interests: ['GROUP'] });
    const sent = toSend(before);
    const after = arrived(typed(before, { interests: ['GROUP', 'OUTING'] }), sent);
    expect(after.begun).toBe(true);
    expect(toSend(after)).toEqual({ interests: ['GROUP', 'OUTING'] });
  });

  it('here stands before what the agency holds, and what has arrived does not come back', () => {
    const here = typed(arrived(typed(newDraft(CODE), { name: '林小满' }), { name: '林小满' }), { motive: '新写的' });
    const held = { name: '林小满（在别处改过）', motive: '旧的', skills: ['READING'] };
    expect(together(CODE, held, here)).toMatchObject({
      answers: { name: '林小满（在别处改过）', motive: '新写的', skills: ['READING'] },
      changed: ['motive'],
    });
    expect(together(CODE, held, undefined)).toMatchObject({ answers: held, changed: [], begun: true });
  });

  it('is read from the device as it was kept, and nothing else is', () => {
    const draft = typed(newDraft(CODE, 'agency', 'link'), { motive: '想陪孩子' });
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
    for (const text of ['', 'null', '{}', '[1]', '{"code":1}']) expect(readDraft(text)).toBeUndefined();
  });
});
