// Whatever the facts: nobody meets children on whom the one function did not agree, a missing check keeps nobody at home, and
// why somebody may not come is never to be told from what a coordinator reads.
import fc from 'fast-check';
import { addDays, localDate } from '../kernel/index.js';
import { eligibility } from './eligibility.js';
import { DEFAULT_ELIGIBILITY_SETTINGS as SETTINGS } from './eligibility-settings.js';
import { withoutHit } from './eligibility-view.js';
import type { EligibilityFacts } from './eligibility.types.js';
import { rosterNeeds, rosterSplit, type RosterMember } from './roster-clearance.js';
import { TEAM_TASKS } from './team-capacity.js';

const DAY = localDate('2027-03-20');
const day = fc.integer({ min: -500, max: 20 }).map((days) => addDays(DAY, days));
const dated = fc.record({ on: day, confirmed: fc.boolean() });
const facts: fc.Arbitrary<EligibilityFacts> = fc.record({
  birthDate: fc.option(fc.constantFrom(localDate('1990-05-01'), localDate('2012-05-01'), localDate('2010-06-01')), {
    nil: undefined,
  }),
  trainings: fc.array(
    fc.record({
      on: day,
      confirmed: fc.boolean(),
      kind: fc.constantFrom('PRE_SERVICE' as const, 'IN_SERVICE' as const),
      tasks: fc.option(fc.subarray(['COMPANIONSHIP' as const, 'GROUP_ACTIVITY' as const, 'TEAM_DAY' as const]), {
        nil: undefined,
      }),
    }),
    { maxLength: 2 },
  ),
  agreements: fc.array(dated, { maxLength: 2 }),
  recordChecks: fc.array(
    fc.record({ on: day, confirmed: fc.boolean(), result: fc.constantFrom('CLEAR' as const, 'HIT' as const) }),
    { maxLength: 2 },
  ),
  exemptions: fc.constant([]),
  stoppedSince: fc.option(day, { nil: undefined }),
});
const judged = (known: EligibilityFacts) => eligibility(known, DAY, SETTINGS, 'TEAM_DAY');

it('with children nothing is missing exactly where the one function says ready', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const found = judged(known);
      expect(rosterNeeds(found.findings, 'WITH_CHILDREN').length === 0).toBe(found.ready);
    }),
  );
});

it('without children it lacks at most what is missing with them', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const { findings } = judged(known);
      const without = rosterNeeds(findings, 'WITHOUT_CHILDREN');
      expect(rosterNeeds(findings, 'WITH_CHILDREN')).toEqual(expect.arrayContaining([...without]));
      expect(without).not.toContain('RECORD_CHECK');
    }),
  );
});

it('a hit reads like any stop, to whoever may see it and to whoever may not', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...TEAM_TASKS), (known, tasks) => {
      const hit = judged({ ...known, recordChecks: [{ on: DAY, confirmed: true, result: 'HIT' }] });
      const stop = judged({ ...known, recordChecks: [], stoppedSince: DAY });
      expect(rosterNeeds(hit.findings, tasks)).toEqual(['ASK_AGENCY']);
      expect(rosterNeeds(withoutHit(hit).findings, tasks)).toEqual(['ASK_AGENCY']);
      expect(rosterNeeds(stop.findings, tasks)).toEqual(['ASK_AGENCY']);
    }),
  );
});

it('each member is in exactly one list, and nobody is moved who would not be clear there', () => {
  const member = fc.record({ known: facts, tasks: fc.constantFrom(...TEAM_TASKS) });
  fc.assert(
    fc.property(fc.array(member, { maxLength: 12 }), fc.boolean(), (drawn, hasOtherTasks) => {
      const members: RosterMember[] = drawn.map(({ known, tasks }, at) => ({
        ...{ id: `m${String(at)}`, tasks },
        findings: judged(known).findings,
      }));
      const split = rosterSplit(members, hasOtherTasks);
      const all = [...split.clear, ...split.otherTasks, ...split.notClear];
      expect([...all].sort()).toEqual(members.map(({ id }) => id).sort());
      if (!hasOtherTasks) expect(split.otherTasks).toEqual([]);
      for (const { id, tasks, findings } of members) {
        if (!split.otherTasks.includes(id)) continue;
        expect(tasks).toBe('WITH_CHILDREN');
        expect(rosterNeeds(findings, 'WITHOUT_CHILDREN')).toEqual([]);
      }
    }),
  );
});
