// The yearly evidence: what it withholds first, then what it counts, and every clock at its border.
import {
  EVIDENCE_COUNT_CODES,
  EVIDENCE_COUNTS,
  evidenceFigures,
  type ChainFact,
  type EvidenceCount,
  type Times,
} from './evidence.js';

const NONE = Object.fromEntries(EVIDENCE_COUNT_CODES.map((code) => [code, { times: 0, actors: 0 }])) as Record<
  EvidenceCount,
  Times
>;
const row = (action: string, subjectId: string, at: string, facts: ChainFact['facts'] = {}): ChainFact => ({
  ...{ action, subjectId, at, facts },
});
const many = (n: number, make: (index: number) => ChainFact): ChainFact[] =>
  Array.from({ length: n }, (_, at) => make(at));
const asked = (id: string, right = 'COPY') =>
  row('rights.asked', id, '2026-03-01T00:00:00.000Z', { right, by: 'SELF' });
const SPAN = { asOf: '2026-12-31T16:00:00.000Z', rightsDays: 15 };
const figuresOf = (rows: readonly ChainFact[], counted = NONE, span = SPAN) =>
  evidenceFigures(counted, rows, rows, span);

describe('what is withheld', () => {
  it('never tells a small number of persons, and tells none and five', () => {
    for (const [times, told] of [
      [0, 0],
      [1, null],
      [4, null],
      [5, 5],
    ] as const) {
      const { counts } = figuresOf([], { ...NONE, consentTakenBack: { times, actors: times } });
      expect(counts.find(({ code }) => code === 'consentTakenBack')).toMatchObject({ times: told, actors: told });
    }
  });

  it('tells how many cards were written, however few, but not by how few', () => {
    const { counts } = figuresOf([], { ...NONE, cardsWritten: { times: 2, actors: 1 } });
    expect(counts.find(({ code }) => code === 'cardsWritten')).toEqual({
      code: 'cardsWritten',
      times: 2,
      actors: null,
    });
  });

  it('lets nobody find a small part by taking the others from the whole', () => {
    const rows = [...many(9, (at) => asked(`c${String(at)}`)), asked('e', 'ERASE')];
    const { rightsByKind } = figuresOf(rows);
    const hidden = rightsByKind.parts.filter(({ count }) => count === null);
    const shown = rightsByKind.parts.reduce((sum, { count }) => sum + (count ?? 0), 0);
    expect(rightsByKind.total).toBe(10);
    expect(hidden.length).toBeGreaterThan(1);
    expect(10 - shown).toBeGreaterThanOrEqual(5);
  });

  it('says nothing of the days that fewer than five waited', () => {
    const four = many(4, (at) => asked(`c${String(at)}`));
    const given = four.map(({ subjectId }) => row('rights.given', subjectId ?? '', '2026-03-04T00:00:00.000Z'));
    expect(figuresOf([...four, ...given])).toMatchObject({ medianDays: null, longestDays: null });
    expect(figuresOf(four).rights.total).toBeNull();
  });

  it('carries no id of anybody', () => {
    const marker = '0198a000-0000-7000-8000-00000000cafe';
    const rows = [asked(marker), row('concern.raised', marker, '2026-03-01T00:00:00.000Z')];
    expect(JSON.stringify(figuresOf(rows))).not.toContain('cafe');
  });
});

describe('what is counted', () => {
  it('requests by how they ended, late from the moment at which a day more than fifteen is over', () => {
    const ends = (id: string, action: string, at: string) => row(action, id, at);
    const rows = [
      ...many(5, (at) => asked(`a${String(at)}`)),
      ...many(5, (at) => asked(`b${String(at)}`)),
      ...many(5, (at) => asked(`c${String(at)}`)),
      ...many(5, (at) => asked(`d${String(at)}`)),
      ...many(5, (at) => asked(`e${String(at)}`)),
      ...many(5, (at) => asked(`f${String(at)}`)),
      ...many(5, (at) => asked(`g${String(at)}`)),
      ...many(5, (at) => ends(`a${String(at)}`, 'rights.given', '2026-03-16T23:59:59.999Z')),
      ...many(5, (at) => ends(`b${String(at)}`, 'rights.given', '2026-03-17T00:00:00.000Z')),
      ...many(5, (at) => ends(`c${String(at)}`, 'rights.refused', '2026-03-02T00:00:00.000Z')),
      ...many(5, (at) => ends(`d${String(at)}`, 'rights.refused', '2026-04-02T00:00:00.000Z')),
      ...many(5, (at) => ends(`e${String(at)}`, 'rights.takenBack', '2026-03-02T00:00:00.000Z')),
    ];
    const counts = (asOf: string) =>
      Object.fromEntries(figuresOf(rows, NONE, { ...SPAN, asOf }).rights.parts.map(({ code, count }) => [code, count]));
    const ended = { GIVEN: 5, GIVEN_LATE: 5, REFUSED: 5, REFUSED_LATE: 5, WITHDRAWN: 5 };
    expect(counts(SPAN.asOf)).toMatchObject({ ...ended, LATE: 10 });
    expect(counts('2026-03-16T23:59:59.999Z')).toMatchObject({ WAITING: 10 });
    expect(figuresOf(rows)).toMatchObject({ medianDays: 15, longestDays: 32 });
  });

  it('requests by what was promised when each was asked, to the day', () => {
    const promised = many(12, (at) => {
      const { subjectId, action, at: on, facts } = asked(`p${String(at)}`);
      return row(action, subjectId ?? '', on, { ...facts, days: at < 6 ? 7 : 8 });
    });
    const given = promised.map(({ subjectId }) => row('rights.given', subjectId ?? '', '2026-03-09T00:00:00.000Z'));
    const { parts } = figuresOf([...promised, ...given]).rights;
    expect(parts.filter(({ count }) => count !== 0)).toEqual([
      { code: 'GIVEN', count: 6 },
      { code: 'GIVEN_LATE', count: 6 },
    ]);
  });

  it('concerns by whether the authority had them in time', () => {
    const raised = many(15, (at) => row('concern.raised', `c${String(at)}`, '2026-03-01T00:00:00.000Z'));
    const report = (at: number, late: boolean) =>
      row('concern.step', `c${String(at)}`, '2026-03-02T00:00:00.000Z', { kind: 'REPORTED', late });
    const triaged = row('concern.step', 'c14', '2026-03-02T00:00:00.000Z', { kind: 'TRIAGED' });
    const reports = many(10, (at) => report(at, at >= 5));
    expect(figuresOf([...raised, ...reports, triaged]).concerns).toEqual({
      total: 15,
      parts: [
        { code: 'REPORTED', count: 5 },
        { code: 'REPORTED_LATE', count: 5 },
        { code: 'NOT_REPORTED', count: 5 },
      ],
    });
  });

  it('each breach and each drill with its measured minutes; what did not end has none', () => {
    const rows = [
      row('breach.opened', 'b', '2026-03-01T02:00:00.000Z', { drill: false, noticedAt: '2026-03-01T01:00:00.000Z' }),
      row('breach.stepDone', 'b', '2026-03-01T02:30:00.000Z', { step: 'CONTAIN' }),
      row('breach.stepDone', 'other', '2026-03-01T02:31:00.000Z', { step: 'TELL_AUTHORITY' }),
      row('incident.started', 'd', '2026-03-05T01:00:00.000Z', { kind: 'DRILL', scenario: 'FIRE' }),
      row('incident.ended', 'd', '2026-03-05T01:12:00.000Z'),
      row('incident.started', 'i', '2026-03-06T01:00:00.000Z', { kind: 'INCIDENT', scenario: 'INJURY' }),
    ];
    const { breaches, drills } = figuresOf(rows);
    expect(breaches).toEqual([
      {
        drill: false,
        noticedAt: '2026-03-01T01:00:00.000Z',
        minutes: { CONTAIN: 90, TELL_AUTHORITY: null, TELL_AFFECTED: null, CLOSE: null },
      },
    ]);
    expect(drills.map(({ drill, minutes }) => [drill, minutes])).toEqual([
      [true, 12],
      [false, null],
    ]);
  });

  it('trainings, but for those taken back; agreements and record checks are no trainings', () => {
    const fact = (kind: string, id: string, action = 'fact.recorded') =>
      row(action, id, '2026-03-01T00:00:00.000Z', { kind });
    const rows = [
      ...many(7, (at) => fact('TRAINING', `p${String(at % 6)}`)),
      fact('TRAINING', 'p0', 'fact.takenBack'),
      ...many(9, (at) => fact('RECORD_CHECK', `p${String(at)}`)),
    ];
    expect(figuresOf(rows)).toMatchObject({ trainings: 6, trained: 6 });
  });
});

it('names no action twice for the same section, so that nothing is counted double', () => {
  const named = EVIDENCE_COUNT_CODES.flatMap((code) => EVIDENCE_COUNTS[code].actions);
  expect(new Set(named).size).toBe(named.length);
});
