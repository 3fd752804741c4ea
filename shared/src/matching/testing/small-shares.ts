// Small random sponsorships from a seed, changes to them, and the slow certain way to solve them.
import type { ShareChange } from '../sponsorship/share-change.js';
import type { Share, ShareChild, ShareSnapshot, ShareSponsor } from '../sponsorship/types.js';
import type { Seeded } from './small-problem.js';

const PROGRAMMES = ['SCHOOL', 'HEALTH'];

function inventSponsor(random: Seeded, id: string): ShareSponsor {
  return {
    id,
    shares: random.next(4),
    months: 6 * random.next(5),
    programme: random.chance(30) ? undefined : random.pick(PROGRAMMES),
    wishes: {
      area: random.chance(40) ? random.pick(['north', 'south']) : undefined,
      stage: random.chance(40) ? random.pick(['PRIMARY', 'MIDDLE']) : undefined,
      need: random.chance(30) ? random.pick(['STUDY', 'PEERS']) : undefined,
    },
    eligible: !random.chance(10),
  };
}

function inventChild(random: Seeded, id: string): ShareChild {
  return {
    id,
    shares: random.next(4),
    months: 6 * random.next(4),
    programme: random.pick(PROGRAMMES),
    area: random.pick(['north', 'south']),
    stage: random.pick(['PRIMARY', 'MIDDLE']),
    needs: ['STUDY', 'PEERS'].filter(() => random.chance(50)),
    priority: 1 + random.next(5),
    waitingDays: random.next(300),
    consented: !random.chance(10),
  };
}

export function inventShares(random: Seeded, sponsors: number, children: number): ShareSnapshot {
  const people = {
    sponsors: Array.from({ length: sponsors }, (_, i) => inventSponsor(random, `s${i}`)),
    children: Array.from({ length: children }, (_, i) => inventChild(random, `c${i}`)),
  };
  const shares = (most: number): Share[] =>
    Array.from({ length: random.next(most + 1) }, () => ({
      sponsorId: random.pick(people.sponsors).id,
      childId: random.pick(people.children).id,
    }));
  return { ...people, locks: shares(1), vetoes: shares(2), earlierShares: shares(2) };
}

/** A change that may happen to so many sponsors and children, about; an id that was there may come again. */
export function randomShareChange(random: Seeded, snapshot: ShareSnapshot, size: number): ShareChange {
  const { sponsors, children } = snapshot;
  const sponsorId = random.pick(sponsors).id;
  const childId = random.pick(children).id;
  const newcomer = (kind: string, people: readonly { readonly id: string }[]) => {
    const id = `${kind}${random.next(2 * size)}`;
    return people.some((one) => one.id === id) ? undefined : id;
  };
  switch (random.next(7)) {
    case 0:
      return { kind: 'veto', sponsorId, childId };
    case 1:
      return { kind: 'lock', sponsorId, childId };
    case 2: {
      const id = newcomer('s', sponsors);
      return id === undefined || sponsors.length > size
        ? { kind: 'leave', sponsorId }
        : { kind: 'arrive', sponsor: inventSponsor(random, id) };
    }
    case 3: {
      const id = newcomer('c', children);
      return id === undefined || children.length > size
        ? { kind: 'leave', childId }
        : { kind: 'arrive', child: inventChild(random, id) };
    }
    case 4:
    case 5:
      return { kind: 'shares', sponsorId, shares: random.next(4) };
    default:
      return { kind: 'shares', childId, shares: random.next(4) };
  }
}

/** The greatest total, by trying every pair with and without; nothing of the engine is used. */
export function bruteForceShares(snapshot: ShareSnapshot, force?: Share): number {
  const is = (list: readonly Share[] | undefined, sponsor: ShareSponsor, child: ShareChild) =>
    (list ?? []).some((share) => share.sponsorId === sponsor.id && share.childId === child.id);
  const locks = [...new Map(snapshot.locks.map((lock) => [`${lock.sponsorId} ${lock.childId}`, lock])).values()];
  const left = new Map<string, number>();
  for (const { id, shares } of [...snapshot.sponsors, ...snapshot.children]) left.set(id, shares);
  const take = (id: string, by: number) => left.set(id, (left.get(id) ?? 0) + by);
  for (const { sponsorId, childId } of locks) {
    if ((left.get(sponsorId) ?? 0) > 0) take(sponsorId, -1);
    if ((left.get(childId) ?? 0) > 0) take(childId, -1);
  }
  const pairs = snapshot.sponsors.flatMap((sponsor) =>
    snapshot.children.flatMap((child) => {
      const rightProgramme = sponsor.programme === undefined || sponsor.programme === child.programme;
      const may = sponsor.eligible && child.consented && rightProgramme && sponsor.months >= child.months;
      if (!may || is(locks, sponsor, child) || is(snapshot.vetoes, sponsor, child)) return [];
      const { area, stage, need } = sponsor.wishes ?? {};
      const wishes = [area && area === child.area, stage && stage === child.stage, need && child.needs.includes(need)];
      const made = wishes.filter((wish) => wish !== undefined);
      const met = made.length === 0 ? 0 : Math.floor((100 * made.filter(Boolean).length) / made.length);
      const waited = Math.min(100, Math.floor((100 * child.waitingDays) / 180));
      const before = is(snapshot.earlierShares, sponsor, child) ? 5000 : 0;
      return [{ sponsor, child, worth: 40 * 20 * child.priority + 20 * waited + 10 * met + before }];
    }),
  );
  const best = (at: number): number => {
    const pair = pairs[at];
    if (!pair) return 0;
    const { sponsor, child, worth } = pair;
    const forced = sponsor.id === force?.sponsorId && child.id === force.childId;
    const without = forced ? -Infinity : best(at + 1);
    if (left.get(sponsor.id) === 0 || left.get(child.id) === 0) return without;
    take(sponsor.id, -1);
    take(child.id, -1);
    const together = worth + best(at + 1);
    take(sponsor.id, 1);
    take(child.id, 1);
    return Math.max(without, together);
  };
  return best(0);
}
