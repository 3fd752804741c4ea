// A child goes to live with a family of another office: the file goes along, unless the pair would be out of sight there.
import { ListWorld, NORTH, SOUTH } from '../../testing/list-world.js';

const LONG = 120_000;
const MOVE = `mutation ($i: MoveChildToHouseholdInput!) { outcome: moveChildToHousehold(input: $i) { __typename
  ... on Household { number } ... on InvalidInput { fields { field code } } } }`;
const RECORD =
  'mutation ($i: RecordHouseholdInput!) { outcome: recordHousehold(input: $i) { __typename ... on Household { id } } }';

interface Outcome {
  readonly __typename: string;
  readonly id?: string;
  readonly fields?: readonly object[];
}
let world: ListWorld;
let south = '';
beforeAll(async () => {
  world = await ListWorld.start();
  const i = { childIds: [world.childId(3)], adults: [] };
  south = (await world.ask<{ outcome: Outcome }>('southern', RECORD, { i })).data?.outcome.id ?? '';
}, LONG);
afterAll(() => world.platform.stop());

const move = async (who: string, at: number) => {
  const i = { childId: world.childId(at), householdId: south, since: '2026-11-10' };
  return (await world.ask<{ outcome: Outcome }>(who, MOVE, { i })).data?.outcome;
};
const offices = () => world.officesOf('child', world.children);

it('is nobody’s to do who does not know both the child and the family', async () => {
  for (const who of ['worker', 'southern', 'stranger']) {
    expect([who, await move(who, 2)]).toEqual([who, { __typename: 'NotFound' }]);
  }
  expect(await offices()).toEqual([NORTH, NORTH, NORTH, SOUTH]);
});

it('waits until the pair is handed over to somebody who will see it there', async () => {
  expect(await move('everywhere', 0)).toEqual({
    __typename: 'InvalidInput',
    fields: [{ field: 'householdId', code: 'PAIR_OUT_OF_SIGHT' }],
  });
  expect(await offices()).toEqual([NORTH, NORTH, NORTH, SOUTH]);
  expect(await world.actions('child.moved')).toBe(0);
});

it('takes the child’s file to the family’s office, and leaves brothers and sisters where they are', async () => {
  expect(await move('everywhere', 1)).toMatchObject({ __typename: 'Household' });
  expect(await offices()).toEqual([NORTH, SOUTH, NORTH, SOUTH]);
  expect(await world.actions('child.moved')).toBe(1);
  const seen = async (who: string) =>
    (
      await world.ask<{ child: object | null }>(who, 'query ($id: ID!) { child(id: $id) { id } }', {
        id: world.childId(1),
      })
    ).data?.child;
  expect(await seen('worker')).toBeNull();
  expect(await seen('southern')).toEqual({ id: world.childId(1) });
});
