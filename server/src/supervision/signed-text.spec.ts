import { hashOf, signedText, type SignedSeat, type SignedTalk } from './signed-text.js';

const TALK: SignedTalk = {
  ...{ id: 's1', heldOn: '2026-11-20', minutes: 40, kind: 'SUPPORTIVE', format: 'INDIVIDUAL', source: 'INTERNAL' },
  topics: '最近的陪伴',
  actions: [{ personId: 'p1', text: '写一次联系', dueOn: '2026-12-01' }],
};
const SEAT: SignedSeat = { personId: 'p1', wellbeing: 3, note: '睡得少', praise: '很守约' };
const hash = (talk: Partial<SignedTalk> = {}, seat: Partial<SignedSeat> = {}) =>
  hashOf(signedText({ ...TALK, ...talk }, { ...SEAT, ...seat }));

it('the same talk has the same hash, and each word that is signed changes it', () => {
  expect(hash()).toBe(hash());
  const others = [
    hash({ topics: '最近的陪伴。' }),
    hash({ heldOn: '2026-11-21' }),
    hash({ actions: [] }),
    hash({ actions: [{ personId: 'p1', text: '写一次联系', dueOn: '2026-12-02' }] }),
    hash({}, { wellbeing: 2 }),
    hash({}, { note: undefined }),
    hash({}, { praise: '很守约。' }),
    hash({}, { personId: 'p2' }),
  ];
  expect(new Set([hash(), ...others]).size).toBe(others.length + 1);
});
