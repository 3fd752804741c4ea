// Laws that hold for every ledger, viewer, child and day.
import fc from 'fast-check';
import { addDays, fromEpochDay, toEpochDay, localDate, type LocalDate } from '../kernel/index.js';
import {
  AUDIENCES,
  CONSENT_ANSWERS,
  disclose,
  FIELD_GROUPS,
  holds,
  offerOf,
  OFFERS,
  STANDINGS,
  type ConsentFact,
  type DisclosureInput,
  type Offer,
} from './index.js';

const RUNS = { numRuns: 600 };
const START = toEpochDay(localDate('2026-03-01'));
const OCCASIONS = ['新年画展', '开放日'];

const day = fc.integer({ min: -400, max: 400 }).map((offset) => fromEpochDay(START + offset));
const instant = fc.integer({ min: 0, max: 40 }).map((minutes) => new Date(minutes * 60_000).toISOString());
// Few people, offers and groups, so that words meet and contradict each other.
const offer = fc.constantFrom(...OFFERS);

const factAbout = ({ purpose, audience, groups }: Offer): fc.Arbitrary<ConsentFact> =>
  fc
    .record({
      who: fc.constantFrom('mother', 'father', 'CHILD'),
      standing: fc.constantFrom(...STANDINGS),
      group: fc.oneof(fc.constantFrom(...groups), fc.constantFrom(...FIELD_GROUPS)),
      occasion: fc.option(fc.constantFrom(...OCCASIONS), { nil: undefined }),
      answer: fc.constantFrom(...CONSENT_ANSWERS),
      from: day,
      until: day,
      at: instant,
      withdrawnAt: fc.option(instant, { nil: undefined, freq: 4 }),
    })
    .map(({ who, ...fact }) => ({
      ...fact,
      purpose,
      audience,
      giver: who === 'CHILD' ? ('CHILD' as const) : ('GUARDIAN' as const),
      giverId: who,
      answer: who !== 'CHILD' && fact.answer === 'NOT_ABLE' ? ('YES' as const) : fact.answer,
    }));

const birthDate = fc.option(
  fc.integer({ min: 5 * 365, max: 19 * 366 }).map((days) => fromEpochDay(START - days)),
  { nil: undefined, freq: 8 },
);
const situation = offer.chain((asked) =>
  fc.record<DisclosureInput>({
    consents: fc.array(fc.oneof({ weight: 5, arbitrary: factAbout(asked) }, offer.chain(factAbout)), { maxLength: 14 }),
    viewer: fc.record({
      audience: fc.oneof({ weight: 8, arbitrary: fc.constant(asked.audience) }, fc.constantFrom(...AUDIENCES)),
      purpose: fc.constant(asked.purpose),
      relation: fc.constantFrom('CURRENT' as const, 'CURRENT' as const, 'FORMER' as const, 'NONE' as const),
      occasion: fc.option(fc.constantFrom(...OCCASIONS), { nil: undefined }),
    }),
    child: fc.record({ birthDate }),
    today: day,
  }),
);
const within = (part: ReadonlySet<string>, whole: ReadonlySet<string>) => [...part].every((one) => whole.has(one));

describe('the disclosure policy, whatever the ledger holds', () => {
  it('shows the initial of the pseudonym, and with no consent nothing else', () => {
    fc.assert(
      fc.property(situation, (input) => {
        expect(disclose(input).has('PSEUDONYM')).toBe(true);
        expect([...disclose({ ...input, consents: [] })]).toEqual(['PSEUDONYM']);
      }),
      RUNS,
    );
  });

  it('shows nothing outside what may be asked for at all', () => {
    fc.assert(
      fc.property(situation, (input) => {
        const offered = offerOf(input.viewer.purpose, input.viewer.audience)?.groups ?? [];
        expect(within(disclose(input), new Set(['PSEUDONYM', ...offered]))).toBe(true);
      }),
      RUNS,
    );
  });

  it('never shows less for one more consent, nor more for one more refusal', () => {
    const more = situation.chain((input) =>
      fc.tuple(fc.constant(input), factAbout({ groups: FIELD_GROUPS, ...input.viewer })),
    );
    fc.assert(
      fc.property(more, ([input, word]) => {
        const before = disclose(input);
        const yes = { ...word, answer: 'YES' as const, withdrawnAt: undefined };
        expect(within(before, disclose({ ...input, consents: [...input.consents, yes] }))).toBe(true);
        const no = { ...word, answer: 'NO' as const };
        expect(within(disclose({ ...input, consents: [...input.consents, no] }), before)).toBe(true);
      }),
      RUNS,
    );
  });

  it('never shows more after a word is taken back, and closes what rested on it', () => {
    fc.assert(
      fc.property(situation, fc.nat(), (input, pick) => {
        const { consents } = input;
        if (consents.length === 0) return;
        const index = pick % consents.length;
        const taken = consents.map((fact, at) =>
          at === index ? { ...fact, withdrawnAt: fact.withdrawnAt ?? '2030-01-01T00:00:00.000Z' } : fact,
        );
        expect(within(disclose({ ...input, consents: taken }), disclose(input))).toBe(true);
        const all = consents.map((fact) => ({ ...fact, withdrawnAt: '2030-01-01T00:00:00.000Z' }));
        expect([...disclose({ ...input, consents: all })]).toEqual(['PSEUDONYM']);
      }),
      RUNS,
    );
  });

  it('shows nothing more when a guardian is suspected', () => {
    fc.assert(
      fc.property(situation, (input) => {
        const barred = input.consents.map((fact) =>
          fact.giverId === 'mother' && fact.standing === 'COUNTS' ? { ...fact, standing: 'BARRED' as const } : fact,
        );
        expect(within(disclose({ ...input, consents: barred }), disclose(input))).toBe(true);
      }),
      RUNS,
    );
  });

  it('shows a group only on days that some word on it covers', () => {
    fc.assert(
      fc.property(situation, (input) => {
        for (const group of disclose(input)) {
          if (group === 'PSEUDONYM') continue;
          const covering = input.consents.filter((fact) => fact.group === group && holds(fact, input.today));
          expect(covering.some(({ answer }) => answer !== 'NO')).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which words lie in the ledger', () => {
    fc.assert(
      fc.property(situation, (input) => {
        const reversed = { ...input, consents: [...input.consents].reverse() };
        expect([...disclose(reversed)].sort()).toEqual([...disclose(input)].sort());
      }),
      RUNS,
    );
  });

  it('shows only the initial to whoever stands no longer, or never stood, in that relation', () => {
    fc.assert(
      fc.property(situation, fc.constantFrom('FORMER' as const, 'NONE' as const), (input, relation) => {
        if (input.viewer.audience === 'PUBLIC') return;
        expect([...disclose({ ...input, viewer: { ...input.viewer, relation } })]).toEqual(['PSEUDONYM']);
      }),
      RUNS,
    );
  });

  it('closes the day after the last word ends, and stays closed', () => {
    fc.assert(
      fc.property(situation, (input) => {
        const last = input.consents.reduce<LocalDate>((end, { until }) => (until > end ? until : end), input.today);
        for (const days of [1, 30, 900]) {
          expect([...disclose({ ...input, today: addDays(last, days) })]).toEqual(['PSEUDONYM']);
        }
      }),
      RUNS,
    );
  });
});
