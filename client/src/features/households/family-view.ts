// What a family's page tells, from the dated rows: who is there now, what happened, the latest first.
import type { FamilyFragment } from '../../gql/graphql.js';

export type Family = FamilyFragment;
export type Member = Family['members'][number];

export const householdNumber = (number: number): string => String(number).padStart(4, '0');
export const isOpen = ({ until }: { readonly until?: string | null | undefined }): boolean => until == null;

/** Those who live there now: the children, then whoever looks after them, then the others. */
export function membersNow(members: readonly Member[]): { readonly children: Member[]; readonly adults: Member[] } {
  const now = members.filter(isOpen);
  const adults = now.filter(({ relation }) => relation !== 'CHILD');
  return {
    children: now.filter(({ relation }) => relation === 'CHILD'),
    adults: adults.sort((a, b) => Number(b.isCaregiver) - Number(a.isCaregiver)),
  };
}

export type FamilyMoment =
  | { readonly kind: 'EVENT'; readonly on: string | null; readonly event: Family['events'][number] }
  | { readonly kind: 'MOVED'; readonly on: string; readonly area: string | null; readonly address: string | null }
  | { readonly kind: 'JOINED' | 'LEFT' | 'CARES'; readonly on: string; readonly member: Member }
  | { readonly kind: 'NEED' | 'MET'; readonly on: string; readonly need: Family['needs'][number] };

/** What happened, the latest first; what has no day stands at the end. */
export function storyOf({ members, events, addresses, needs }: Family): FamilyMoment[] {
  const moments: FamilyMoment[] = [
    ...events.map((event) => ({ kind: 'EVENT' as const, on: event.happenedOn ?? null, event })),
    // Where they lived when the family was written down is no move.
    ...addresses.slice(1).map(({ since, area, address }) => ({
      ...{ kind: 'MOVED' as const, on: since, area: area ?? null, address: address ?? null },
    })),
    ...members.flatMap((member) => momentsOf(member, members)),
    ...needs.flatMap((need) => needMoments(need, needs)),
  ];
  return moments.sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''));
}

/** A row that ends where the same person's next one begins is a change of care, neither a leaving nor a coming. */
function momentsOf(member: Member, members: readonly Member[]): FamilyMoment[] {
  const same = members.filter((other) => other.name === member.name && other.relation === member.relation);
  const others = same.filter((other) => other.memberId !== member.memberId);
  const came = member.since != null && !others.some((other) => other.until === member.since);
  const left = member.until != null && !others.some((other) => other.since === member.until);
  const on = member.since ?? '';
  return [
    ...(came && !isFounding(member, members) ? [{ kind: 'JOINED' as const, on, member }] : []),
    ...(member.isCaregiver && member.since != null && !came ? [{ kind: 'CARES' as const, on, member }] : []),
    ...(left ? [{ kind: 'LEFT' as const, on: member.until ?? '', member }] : []),
  ];
}

/** Whoever was there from the first day that is known did not join. */
function isFounding(member: Member, members: readonly Member[]): boolean {
  const days = members.flatMap(({ since }) => since ?? []).sort();
  return member.since === days[0];
}

function needMoments(need: Family['needs'][number], needs: Family['needs']): FamilyMoment[] {
  const goesOn = needs.some((other) => other !== need && other.domain === need.domain && other.since === need.until);
  const cameFrom = needs.some((other) => other !== need && other.domain === need.domain && other.until === need.since);
  return [
    ...(cameFrom ? [] : [{ kind: 'NEED' as const, on: need.since, need }]),
    ...(need.until != null && !goesOn ? [{ kind: 'MET' as const, on: need.until, need }] : []),
  ];
}
