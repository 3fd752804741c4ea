import { dayAfter, membersOf, standingPosts, takersOf, timeOf, timeOfMember, type Member } from './staff-view.js';

const TODAY = '2026-11-22';
const post = (role: string, startsOn: string, endsOn: string | null = null, officeId: string | null = null) =>
  ({ id: `${role}-${startsOn}`, role, startsOn, endsOn, officeId, office: null }) as Member['posts'][number];
const member = (name: string, posts: Member['posts'], more: Partial<Member> = {}): Member => ({
  __typename: 'StaffMember',
  personId: name,
  name,
  stopped: false,
  credentialEndsOn: null,
  account: {
    __typename: 'AccountStanding',
    personId: name,
    state: 'HAS_ACCOUNT',
    invitationId: null,
    invitedAt: null,
    expiresAt: null,
  },
  posts,
  awaited: [],
  ...more,
});
const account = (state: 'INVITED' | 'NOT_INVITED') => ({ ...member('', []).account, state });

it('a role counts on its first and its last day', () => {
  expect(timeOf({ startsOn: TODAY, endsOn: TODAY }, TODAY)).toBe('NOW');
  expect(timeOf({ startsOn: '2026-11-23', endsOn: null }, TODAY)).toBe('LATER');
  expect(timeOf({ startsOn: '2026-01-01', endsOn: '2026-11-21' }, TODAY)).toBe('BEFORE');
});

it('one role in force makes a colleague of now; an invitation that stands, one of later', () => {
  const both = [post('ARCHIVIST', '2026-01-01', '2026-02-01'), post('FINANCE', '2026-01-01')];
  expect(timeOfMember(member('a', both), TODAY)).toBe('NOW');
  expect(standingPosts(member('a', both), TODAY).map(({ role }) => role)).toEqual(['FINANCE']);
  const awaited = { __typename: 'AwaitedRole', role: 'ARCHIVIST', startsOn: TODAY } as const;
  const invited = member('b', [], { awaited: [awaited], account: account('INVITED') });
  expect(timeOfMember(invited, TODAY)).toBe('LATER');
  expect(timeOfMember({ ...invited, account: account('NOT_INVITED') }, TODAY)).toBe('BEFORE');
});

it('only those who can do it on the day after take over: a supervisor from a supervisor', () => {
  const from = member('from', [post('SUPERVISOR', '2026-01-01')]);
  const others = [
    from,
    member('worker', [post('SOCIAL_WORKER', '2026-01-01')]),
    member('supervisor', [post('SUPERVISOR', '2026-01-01')]),
    member('stopped', [post('SUPERVISOR', '2026-01-01')], { stopped: true }),
    member('ended', [post('SUPERVISOR', '2026-01-01', TODAY)]),
    member('tomorrow', [post('SUPERVISOR', '2026-11-23')]),
  ];
  const names = (role: string) => takersOf(others, from, role, dayAfter(TODAY)).map(({ name }) => name);
  expect(names('SUPERVISOR')).toEqual(['supervisor', 'tomorrow']);
  expect(names('SOCIAL_WORKER')).toEqual(['worker', 'supervisor', 'tomorrow']);
});

it('an office knows who works there, not who did', () => {
  const people = [
    member('here', [post('FINANCE', '2026-01-01', null, 'north')]),
    member('was', [post('FINANCE', '2026-01-01', '2026-02-01', 'north')]),
    member('there', [post('FINANCE', '2026-01-01', null, 'south')]),
  ];
  expect(membersOf(people, 'north', TODAY).map(({ name }) => name)).toEqual(['here']);
});

it('the day after passes months and leap days', () => {
  expect([dayAfter('2026-12-31'), dayAfter('2028-02-28'), dayAfter('')]).toEqual(['2027-01-01', '2028-02-29', '']);
});
