// Whatever teams ask for, in whatever order: no limit is ever overrun, and nobody is turned away while all limits have room.
import fc from 'fast-check';
import { localDate } from '../kernel/index.js';
import { freePlaces, nextOffer, TEAM_TASKS, type CapacityFacts, type TeamTasks } from './team-capacity.js';

const facts: fc.Arbitrary<CapacityFacts> = fc.record({
  onDate: fc.constant(localDate('2027-03-20')),
  today: fc.constantFrom(localDate('2027-01-10'), localDate('2027-03-01')),
  venuePeople: fc.nat(80),
  children: fc.nat(30),
  workers: fc.nat(5),
  guestsPerWorker: fc.integer({ min: 1, max: 30 }),
  guestsPerChild: fc.integer({ min: 1, max: 4 }),
  otherVisits: fc.nat(3),
  visitsPerMonth: fc.integer({ min: 1, max: 3 }),
  hasOtherTasks: fc.boolean(),
  checkLeadDays: fc.integer({ min: 1, max: 60 }),
  cutOffDays: fc.nat(10),
});
const wish = fc.record({ people: fc.integer({ min: 1, max: 12 }), tasks: fc.constantFrom(...TEAM_TASKS) });

it('teams that are let in never overrun a limit', () => {
  fc.assert(
    fc.property(facts, fc.array(wish, { maxLength: 30 }), (day, wishes) => {
      const taken = { withChildren: 0, withoutChildren: 0 };
      for (const { people, tasks } of wishes) {
        if (freePlaces(day, taken, tasks).free < people) continue;
        taken[tasks === 'WITH_CHILDREN' ? 'withChildren' : 'withoutChildren'] += people;
      }
      const guests = taken.withChildren + taken.withoutChildren;
      if (guests === 0) return;
      expect(guests + day.children + day.workers).toBeLessThanOrEqual(day.venuePeople);
      expect(guests).toBeLessThanOrEqual(day.workers * day.guestsPerWorker);
      expect(taken.withChildren).toBeLessThanOrEqual(day.children * day.guestsPerChild);
      if (day.otherVisits >= day.visitsPerMonth) expect(taken.withChildren).toBe(0);
      if (!day.hasOtherTasks) expect(taken.withoutChildren).toBe(0);
    }),
  );
});

it('the free number is the least that any single limit leaves, and the binding one leaves it', () => {
  const taken = fc.record({ withChildren: fc.nat(40), withoutChildren: fc.nat(40) });
  fc.assert(
    fc.property(facts, taken, fc.constantFrom(...TEAM_TASKS), (day, already, tasks) => {
      const { free, binding, limits } = freePlaces(day, already, tasks);
      expect(free).toBe(Math.min(...limits.map(({ left }) => left)));
      expect(limits.find(({ limit }) => limit === binding)?.left).toBe(free);
    }),
  );
});

it('an offer goes to nobody who does not fit while an earlier one does', () => {
  const line = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean(), fc.constantFrom(...TEAM_TASKS)), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(line, fc.nat(10), fc.nat(10), (teams, beside, other) => {
      const waiting = teams.map(([people, partly, tasks], at) => ({ id: `t${at}`, people, partly, tasks }));
      const free: Record<TeamTasks, number> = { WITH_CHILDREN: beside, WITHOUT_CHILDREN: other };
      const fits = waiting.filter(({ people, partly, tasks }) => free[tasks] >= (partly ? 1 : people));
      const offer = nextOffer(waiting, free);
      expect(offer?.id).toBe(fits[0]?.id);
      if (offer && fits[0]) expect(offer.people).toBe(Math.min(fits[0].people, free[fits[0].tasks]));
    }),
  );
});
