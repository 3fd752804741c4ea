import { freePapers, kindsNow, yearsOf, type Fact, type Paper, type Story } from './story-view.js';

const NOTHING: Story = { facts: [], service: [], kinds: [], stops: [] };
const fact = (id: string, happenedOn: string): Fact => ({
  id,
  kind: 'PRE_SERVICE',
  happenedOn,
  validUntil: null,
  counts: true,
  takenBack: null,
  recordedBy: null,
  paperHere: false,
  paperGivenBackAt: null,
  paperGivenBackBy: null,
});
const paper = (id: string, factId: string | null): Paper => ({
  id,
  path: `/files/${id}`,
  name: '证书.jpg',
  purpose: 'TRAINING_CERTIFICATE',
  factId,
});

it('is empty for somebody of whom nothing is known yet, and tells nothing that is still to come', () => {
  const volunteer = { papers: [], companionships: [] };
  expect(yearsOf(volunteer, NOTHING, '2026-11-22')).toEqual([]);
  const ahead = { ...NOTHING, service: [{ startsOn: '2026-01-01', endsOn: '2026-12-31' }] };
  expect(yearsOf(volunteer, ahead, '2026-11-22')).toEqual([
    { year: '2026', moments: [{ type: 'SERVICE_BEGAN', on: '2026-01-01' }] },
  ]);
});

it('tells years and days from the newest on, each paper beside what it proves', () => {
  const story: Story = {
    facts: [fact('a', '2024-05-01'), fact('b', '2026-02-01')],
    service: [{ startsOn: '2024-04-01', endsOn: null }],
    kinds: [{ id: 'k', kind: 'STUDENT', startsOn: '2024-09-01', endsOn: '2025-07-01' }],
    stops: [{ startsOn: '2025-08-01', endsOn: '2025-08-09' }],
  };
  const pair = { id: 'p', state: 'ENDED', startsOn: '2026-03-01', endedOn: '2026-06-01' } as const;
  const volunteer = {
    papers: [paper('x', 'b'), paper('y', null)],
    companionships: [{ ...pair, child: { id: 'c', pseudonym: '小禾' } }],
  };
  const years = yearsOf(volunteer, story, '2026-11-22');
  expect(years.map(({ year, moments }) => [year, moments.map(({ type }) => type)])).toEqual([
    ['2026', ['PAIR_ENDED', 'PAIR_BEGAN', 'FACT']],
    ['2025', ['RESUMED', 'STOPPED', 'KIND_ENDED']],
    ['2024', ['KIND_BEGAN', 'FACT', 'SERVICE_BEGAN']],
  ]);
  expect(years[0]?.moments.at(-1)).toMatchObject({ papers: [{ id: 'x' }] });
  expect(freePapers(volunteer.papers, 'TRAINING_CERTIFICATE').map(({ id }) => id)).toEqual(['y']);
  expect(kindsNow(story, '2025-07-01')).toHaveLength(1);
  expect(kindsNow(story, '2025-07-02')).toHaveLength(0);
});
