import { addDays, localDate } from '../kernel/index.js';
import { birthdayOf, disclose, neededWords, type ConsentFact, type DisclosureInput } from './index.js';

const TODAY = localDate('2026-09-01');
const YES: ConsentFact = {
  giver: 'GUARDIAN',
  giverId: 'mother',
  standing: 'COUNTS',
  group: 'PROGRESS',
  purpose: 'SPONSORSHIP',
  audience: 'DONOR',
  answer: 'YES',
  from: localDate('2026-06-01'),
  until: localDate('2027-05-31'),
  at: '2026-06-01T02:00:00.000Z',
};
const CHILD_YES: ConsentFact = { ...YES, giver: 'CHILD', giverId: 'CHILD' };
const DONOR = { audience: 'DONOR', purpose: 'SPONSORSHIP', relation: 'CURRENT' } as const;
const NINE = { birthDate: localDate('2017-05-04') };

const shows = (consents: readonly ConsentFact[], more: Partial<DisclosureInput> = {}) =>
  disclose({ consents, viewer: DONOR, child: NINE, today: TODAY, ...more }).has('PROGRESS');

describe('what a sponsor may read of a child', () => {
  it('is nothing but an initial without the child, from the eighth birthday on', () => {
    expect(shows([YES])).toBe(false);
    expect(shows([YES, CHILD_YES])).toBe(true);
    expect(shows([YES], { child: { birthDate: localDate('2018-09-02') } })).toBe(true);
    expect(shows([YES], { child: { birthDate: localDate('2018-09-01') } })).toBe(false);
  });

  it('is nothing where a small child says no, and where a child of unknown age was not asked', () => {
    const five = { birthDate: localDate('2021-01-01') };
    expect(shows([YES, { ...CHILD_YES, answer: 'NO' }], { child: five })).toBe(false);
    expect(shows([YES], { child: {} })).toBe(false);
  });

  it('rests on the guardian alone where a worker saw that the child cannot answer', () => {
    expect(shows([YES, { ...CHILD_YES, answer: 'NOT_ABLE' }])).toBe(true);
    expect(shows([{ ...CHILD_YES, answer: 'NOT_ABLE' }])).toBe(false);
  });

  it('is nothing for another audience, another purpose, and once the sponsorship is over', () => {
    const both = [YES, CHILD_YES];
    expect(shows(both, { viewer: { ...DONOR, audience: 'PARTNER', purpose: 'PARTNER' } })).toBe(false);
    expect(shows(both, { viewer: { ...DONOR, purpose: 'PUBLIC_STORY' } })).toBe(false);
    expect(shows(both, { viewer: { ...DONOR, relation: 'FORMER' } })).toBe(false);
  });

  it('opens on the first day and closes after the last', () => {
    const both = [YES, CHILD_YES];
    expect(
      [addDays(YES.from, -1), YES.from, YES.until, addDays(YES.until, 1)].map((today) => shows(both, { today })),
    ).toEqual([false, true, true, false]);
  });
});

describe('words that stand against each other', () => {
  const father: ConsentFact = { ...YES, giverId: 'father', at: '2026-07-01T00:00:00.000Z' };

  it('one guardian is enough, and the no of the other closes', () => {
    expect(shows([YES, CHILD_YES])).toBe(true);
    expect(shows([YES, CHILD_YES, { ...father, answer: 'NO' }])).toBe(false);
    expect(shows([YES, CHILD_YES, { ...father, answer: 'NO' }, { ...father, at: '2026-07-02T00:00:00.000Z' }])).toBe(
      true,
    );
  });

  it('a yes that was taken back closes, whatever the other guardian said before or after', () => {
    const taken = { ...YES, withdrawnAt: '2026-08-01T00:00:00.000Z' };
    expect(shows([taken, CHILD_YES, father])).toBe(false);
    expect(shows([taken, CHILD_YES, { ...father, at: '2026-08-20T00:00:00.000Z' }])).toBe(false);
  });

  it('a guardian who lost custody neither opens nor closes', () => {
    expect(shows([{ ...YES, standing: 'FORMER' }, CHILD_YES])).toBe(false);
    expect(shows([YES, CHILD_YES, { ...father, standing: 'FORMER', answer: 'NO' }])).toBe(true);
  });

  it('a guardian under suspicion cannot open, and a mark opens nothing that they had closed (T13)', () => {
    expect(shows([{ ...YES, standing: 'BARRED' }, CHILD_YES])).toBe(false);
    expect(shows([YES, CHILD_YES, { ...father, standing: 'BARRED', answer: 'NO' }])).toBe(false);
    expect(shows([YES, CHILD_YES, { ...father, standing: 'BARRED' }])).toBe(true);
  });
});

describe('around a birthday', () => {
  const birthDate = localDate('2012-09-10');
  const early = [YES, CHILD_YES];

  it('what a child of thirteen said ends at fourteen, and is asked for anew within sixty days before', () => {
    expect(shows(early, { child: { birthDate }, today: localDate('2026-09-09') })).toBe(true);
    expect(shows(early, { child: { birthDate }, today: localDate('2026-09-10') })).toBe(false);
    const anew = { ...CHILD_YES, from: localDate('2026-07-12'), at: '2026-07-12T01:00:00.000Z' };
    const dayBefore = { ...anew, from: localDate('2026-07-11') };
    expect(shows([...early, anew], { child: { birthDate }, today: localDate('2026-09-10') })).toBe(true);
    expect(shows([...early, dayBefore], { child: { birthDate }, today: localDate('2026-09-10') })).toBe(false);
  });

  it('the guardian is asked until eighteen, and then no more', () => {
    const grown = { birthDate: localDate('2008-07-31') };
    expect(shows([CHILD_YES], { child: grown })).toBe(true);
    expect(shows([CHILD_YES, { ...YES, answer: 'NO' }], { child: grown })).toBe(true);
    expect(shows([CHILD_YES], { child: { birthDate: localDate('2008-09-02') } })).toBe(false);
  });

  it('somebody born on a leap day grows older on 1 March', () => {
    expect(birthdayOf(localDate('2012-02-29'), 14)).toBe('2026-03-01');
    expect(neededWords(localDate('2012-02-29'), localDate('2026-02-28')).childNotBefore).toBeUndefined();
    expect(neededWords(localDate('2012-02-29'), localDate('2026-03-01')).childNotBefore).toBe('2025-12-31');
  });
});

describe('a story told in public', () => {
  const viewer = { audience: 'PUBLIC', purpose: 'PUBLIC_STORY', relation: 'NONE' } as const;
  const story = { group: 'VOICE', purpose: 'PUBLIC_STORY', audience: 'PUBLIC', occasion: '新年画展' } as const;
  const words = [YES, CHILD_YES].map((fact): ConsentFact => ({ ...fact, ...story }));
  const tells = (occasion?: string) =>
    disclose({ consents: words, viewer: { ...viewer, occasion }, child: NINE, today: TODAY }).has('VOICE');

  it('needs a consent for that very occasion (T7)', () => {
    expect([tells(), tells('开放日'), tells('新年画展')]).toEqual([false, false, true]);
  });
});
