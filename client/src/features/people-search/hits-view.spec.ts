import { hitsOf, NO_HITS } from './hits-view.js';

const match = { __typename: 'NameMatch', from: 0, to: 2 } as const;
const one = { __typename: 'PersonMatch', match } as const;

describe('hits of the palette', () => {
  it('are none before an answer', () => {
    expect(hitsOf(undefined)).toEqual(NO_HITS);
  });

  it('lead to the page of what somebody was found as', () => {
    const people = [
      { ...one, kind: 'CHILD', id: 'a=', name: '欧阳𬭎' },
      { ...one, kind: 'VOLUNTEER', id: 'b/', name: '王伟' },
    ] as const;
    const searchPeople = { __typename: 'PeopleFound', people: [...people], more: true } as const;
    expect(hitsOf({ __typename: 'Query', searchPeople: { ...searchPeople, people: [...people] } })).toMatchObject({
      state: 'READY',
      more: true,
      hits: [
        { kind: 'CHILD', name: '欧阳𬭎', match: { from: 0, to: 2 }, path: '/agency/children/a%3D' },
        { kind: 'VOLUNTEER', name: '王伟', path: '/agency/volunteers/b%2F' },
      ],
    });
  });
});
