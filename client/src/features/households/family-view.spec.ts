import { householdNumber, membersNow, storyOf, type Family, type Member } from './family-view.js';

const member = (name: string, more: Partial<Member>): Member => ({
  __typename: 'HouseholdMember',
  memberId: `${name}${more.since ?? ''}`,
  name,
  phone: null,
  childId: null,
  relation: 'MOTHER',
  education: null,
  isGuardian: false,
  isCaregiver: false,
  since: null,
  until: null,
  ...more,
});
const family = (more: Partial<Family>): Family => ({
  ...{ __typename: 'Household', id: 'h', number: 12, familyForm: null, size: null, originProvince: null, note: null },
  ...{ version: 1, contactOpen: false, members: [], events: [], needs: [], addresses: [], ...more },
});
const address = (since: string, until: string | null) =>
  ({ __typename: 'HouseholdAddress', area: `${since}区`, address: null, since, until }) as const;

describe('a family’s page', () => {
  it('takes nobody who left for somebody who lives there', () => {
    const gone = member('姑姑', { relation: 'RELATIVE', since: '2025-01-01', until: '2026-01-01' });
    expect(membersNow([gone])).toEqual({ children: [], adults: [] });
  });

  it('names whoever looks after the children first', () => {
    const mother = member('母', {});
    const grandmother = member('祖', { relation: 'GRANDMOTHER', isCaregiver: true });
    const child = member('童', { relation: 'CHILD', childId: 'c' });
    expect(membersNow([mother, child, grandmother])).toEqual({ children: [child], adults: [grandmother, mother] });
  });

  it('tells a change of care once, and no coming or leaving with it', () => {
    const day = '2026-09-01';
    const story = storyOf(
      family({
        members: [
          member('母', { isCaregiver: true, since: '2025-01-01', until: day }),
          member('母', { since: day }),
          member('祖', { relation: 'GRANDMOTHER', since: '2025-01-01', until: day }),
          member('祖', { relation: 'GRANDMOTHER', since: day, isCaregiver: true }),
        ],
      }),
    );
    expect(story.map(({ kind, on }) => [kind, on])).toEqual([['CARES', day]]);
  });

  it('tells moves but not the first address, and what has no day at the end', () => {
    const story = storyOf(
      family({
        addresses: [address('2025-03-01', '2026-11-01'), address('2026-11-01', null)],
        events: [{ __typename: 'HouseholdEvent', kind: 'ILLNESS', happenedOn: null, note: null }],
        needs: [
          { __typename: 'FamilyNeed', domain: 'HOUSING', priority: 5, since: '2026-01-01', until: '2026-02-01' },
          { __typename: 'FamilyNeed', domain: 'HOUSING', priority: 3, since: '2026-02-01', until: '2026-10-01' },
        ],
      }),
    );
    expect(story.map(({ kind, on }) => [kind, on])).toEqual([
      ['MOVED', '2026-11-01'],
      ['MET', '2026-10-01'],
      ['NEED', '2026-01-01'],
      ['EVENT', null],
    ]);
  });

  it('is called by a number of four digits', () => {
    expect(householdNumber(12)).toBe('0012');
  });
});
