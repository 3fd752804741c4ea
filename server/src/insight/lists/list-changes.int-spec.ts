// Many rows changed at once, on the engine under test: whose they must be, what stays and why, and what is taken back.
import { Person } from '../../people/index.js';
import { Database } from '../../platform/database/index.js';
import { toGlobalId } from '../../platform/graphql/index.js';
import { CLOSED, ListWorld, NORTH, officeId, SOUTH } from '../../testing/list-world.js';

const LONG = 120_000;
let world: ListWorld;

beforeAll(async () => {
  world = await ListWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

describe('moving many to another office', () => {
  it.each(['volunteer', 'donor', 'auditor', 'archivist', 'coordinator'])('is not for a %s', async (who) => {
    const input = { childIds: [world.childId(1)], officeId: officeId(SOUTH), requestId: `no-${who}` };
    expect((await world.change(who, 'moveChildren', input)).__typename).toBe('FORBIDDEN');
  });

  it('is refused as a whole where one of them is another office’s, unknown, or the office is closed', async () => {
    const move = (childIds: string[], officeId: string) =>
      world.change('worker', 'moveChildren', { childIds, officeId, requestId: `x${childIds.length}${officeId}` });
    expect((await move([world.childId(1), world.childId(3)], officeId(SOUTH))).__typename).toBe('NotFound');
    expect((await move([world.childId(1), toGlobalId('Child', NORTH)], officeId(SOUTH))).__typename).toBe('NotFound');
    expect((await move([world.childId(1)], officeId(CLOSED))).__typename).toBe('NotFound');
    expect((await move([], officeId(SOUTH))).fields).toEqual([{ field: 'filters', code: 'REQUIRED' }]);
    expect(await world.officesOf('child', world.children)).toEqual([NORTH, NORTH, NORTH, SOUTH]);
  });

  it('leaves a child whose companion’s worker would not see the pair any more, and is taken back by who did it', async () => {
    const input = {
      childIds: [world.childId(0), world.childId(1), world.childId(2)],
      officeId: officeId(SOUTH),
      requestId: 'three',
    };
    const moved = await world.change('worker', 'moveChildren', input);
    expect(moved).toMatchObject({ changed: 2, kept: 1, reasons: [{ why: 'PAIR_OUT_OF_SIGHT', count: 1 }] });
    expect(await world.officesOf('child', world.children)).toEqual([NORTH, SOUTH, SOUTH, SOUTH]);
    expect(await world.change('worker', 'moveChildren', input)).toMatchObject({ id: moved.id, changed: 2 });
    const undo = { listChangeId: moved.id ?? '' };
    for (const who of ['southern', 'director', 'stranger']) {
      expect((await world.change(who, 'undoListChange', undo)).__typename).toBe('NotFound');
    }
    expect(await world.change('worker', 'undoListChange', undo)).toMatchObject({ changed: 2, kept: 0 });
    expect(await world.officesOf('child', world.children)).toEqual([NORTH, NORTH, NORTH, SOUTH]);
    expect(await world.actions('child.moved')).toBe(1);
    expect(await world.actions('listChange.undone')).toBe(1);
  });

  it('takes all that the filters find, and puts nothing back over what somebody changed since', async () => {
    const input = { childIds: [], filters: 'waiting=true', officeId: officeId(SOUTH), requestId: 'all waiting' };
    const moved = await world.change('worker', 'moveChildren', input);
    expect(moved).toMatchObject({ changed: 2, kept: 0 });
    const one = { childIds: [world.childId(1)], requestId: 'to all' };
    expect(await world.change('southern', 'moveChildren', one)).toMatchObject({ changed: 1 });
    const undone = await world.change('worker', 'undoListChange', { listChangeId: moved.id ?? '' });
    expect(undone).toMatchObject({ changed: 1, kept: 1 });
    expect(await world.officesOf('child', world.children)).toEqual([NORTH, null, NORTH, SOUTH]);
    await world.change('worker', 'moveChildren', { ...one, officeId: officeId(NORTH), requestId: 'home' });
  });

  it('gives volunteers a supervisor who supervises, and nobody else', async () => {
    const to = async (personId: string) =>
      (await world.read<{ personId: string }>('SELECT personId FROM volunteer WHERE id = ?', [personId]))[0];
    const assign = (personId: string, requestId: string) =>
      world.change('everywhere', 'assignSupervisor', {
        volunteerIds: [world.volunteerId(0), world.volunteerId(1)],
        personId,
        requestId,
      });
    const volunteer = await to(world.volunteers[1] ?? '');
    expect((await assign(toGlobalId('Person', volunteer?.personId ?? ''), 's0')).__typename).toBe('NotFound');
    const choices = await world.ask<{ supervisorChoices: { personId: string }[] }>(
      'worker',
      '{ supervisorChoices { personId name } }',
    );
    const supervising = ['supervisor', 'northern'].map((who) => world.reader(who).personId ?? '');
    expect(choices.data?.supervisorChoices.map(({ personId }) => personId)).toEqual(
      supervising.map((id) => toGlobalId('Person', id)),
    );
    const done = await assign(toGlobalId('Person', world.supervisorId), 's1');
    expect(done.__typename).toBe('ListChange');
    expect((await world.change('everywhere', 'undoListChange', { listChangeId: done.id ?? '' })).changed).toBe(
      done.changed,
    );
  });
});

describe('moving families to another office', () => {
  const move = (who: string, families: number[], to: typeof NORTH, requestId: string) =>
    world.change(who, 'moveHouseholds', {
      householdIds: families.map(world.householdId),
      officeId: officeId(to),
      requestId,
    });

  it.each(['volunteer', 'donor', 'auditor', 'archivist', 'coordinator'])('is not for a %s', async (who) => {
    expect((await move(who, [1], SOUTH, `no-${who}`)).__typename).toBe('FORBIDDEN');
  });

  it('is refused as a whole where one is another office’s, unknown, another agency’s, or the office is closed', async () => {
    expect((await move('southern', [0, 1], SOUTH, 'f1')).__typename).toBe('NotFound');
    expect((await move('stranger', [1], SOUTH, 'f2')).__typename).toBe('NotFound');
    expect((await move('worker', [1], CLOSED, 'f3')).__typename).toBe('NotFound');
    expect((await move('worker', [1, 7], SOUTH, 'f4')).__typename).toBe('NotFound');
    expect(await world.officesOf('household', world.households)).toEqual([NORTH, NORTH]);
  });

  it('takes the children along; a family whose pair would be out of sight stays as a whole', async () => {
    const moved = await move('worker', [0, 1], SOUTH, 'families');
    expect(moved).toMatchObject({ changed: 1, kept: 1, reasons: [{ why: 'PAIR_OUT_OF_SIGHT', count: 1 }] });
    expect(await world.officesOf('household', world.households)).toEqual([NORTH, SOUTH]);
    expect(await world.officesOf('child', world.children)).toEqual([NORTH, NORTH, SOUTH, SOUTH]);
    expect(await move('worker', [0, 1], SOUTH, 'families')).toMatchObject({ id: moved.id, changed: 1 });
    expect((await world.undo('director', moved)).__typename).toBe('NotFound');
    expect(await world.undo('worker', moved)).toMatchObject({ changed: 1, kept: 0 });
    expect(await world.officesOf('household', world.households)).toEqual([NORTH, NORTH]);
    expect(await world.officesOf('child', world.children)).toEqual([NORTH, NORTH, NORTH, SOUTH]);
  });

  it('leaves a family with a child who is not the mover’s to move', async () => {
    await world.change('everywhere', 'moveChildren', {
      ...{ childIds: [world.childId(2)], officeId: officeId(SOUTH), requestId: 'torn' },
    });
    const kept = await move('worker', [1], SOUTH, 'not all mine');
    expect(kept).toMatchObject({ changed: 0, reasons: [{ why: 'NOT_YOURS', count: 1 }] });
    // Whoever may move them all brings the family together again.
    expect(await move('everywhere', [1], NORTH, 'together')).toMatchObject({ changed: 1, kept: 0 });
    expect(await world.officesOf('child', world.children)).toEqual([NORTH, NORTH, NORTH, SOUTH]);
  });
});

describe('handing pairs over', () => {
  const hand = async (who: string, to: string, requestId: string) =>
    world.change(who, 'handOverCompanionships', {
      ...{ companionshipIds: [toGlobalId('Companionship', world.pairId)], requestId },
      personId: toGlobalId('Person', world.reader(to).personId ?? ''),
    });
  const row = async () =>
    (await world.read<{ workerId: string; version: number }>('SELECT workerId, version FROM companionship'))[0];

  it.each(['worker', 'volunteer', 'donor', 'auditor', 'coordinator'])('is not for a %s', async (who) => {
    expect((await hand(who, 'everywhere', `no-${who}`)).__typename).toBe('FORBIDDEN');
  });

  it('is nothing to another agency, and nobody takes over who does no case work here', async () => {
    expect((await hand('stranger', 'everywhere', 'h1')).__typename).toBe('NotFound');
    for (const to of ['director', 'volunteer', 'donor', 'stranger']) {
      expect((await hand('director', to, `to-${to}`)).__typename).toBe('NotFound');
    }
  });

  it('leaves a pair with its worker where the other would not see it', async () => {
    const before = await row();
    const kept = await hand('northern', 'southern', 'out of sight');
    expect(kept).toMatchObject({ changed: 0, kept: 1, reasons: [{ why: 'PAIR_OUT_OF_SIGHT', count: 1 }] });
    expect(await row()).toEqual(before);
  });

  it('changes the worker and the version of the pair, and is taken back by who did it', async () => {
    const before = await row();
    const done = await hand('northern', 'everywhere', 'over');
    expect(done).toMatchObject({ changed: 1, kept: 0 });
    expect(await row()).toEqual({ workerId: world.reader('everywhere').personId, version: (before?.version ?? 0) + 1 });
    expect(await world.actions('companionship.handedOver')).toBeGreaterThan(0);
    expect((await world.undo('director', done)).__typename).toBe('NotFound');
    expect(await world.undo('northern', done)).toMatchObject({ changed: 1, kept: 0 });
    expect((await row())?.workerId).toBe(before?.workerId);
  });
});

describe('inviting many volunteers', () => {
  const invite = (who: string, requestId: string, volunteers = [0, 1]) =>
    world.change(who, 'inviteVolunteers', { volunteerIds: volunteers.map(world.volunteerId), requestId });
  const open = () => world.read<{ personId: string }>('SELECT personId FROM invitation WHERE openPersonId IS NOT NULL');

  it.each(['volunteer', 'donor', 'auditor', 'archivist', 'coordinator'])('is not for a %s', async (who) => {
    expect((await invite(who, `no-${who}`)).__typename).toBe('FORBIDDEN');
  });

  it('is refused as a whole where one is another office’s or another agency’s', async () => {
    expect((await invite('worker', 'i1')).__typename).toBe('NotFound');
    expect((await invite('stranger', 'i2')).__typename).toBe('NotFound');
    expect(await open()).toEqual([]);
  });

  it('writes to whoever has no account, once; what was sent is taken back, what was accepted is not', async () => {
    const sent = await invite('everywhere', 'invite both');
    expect(sent).toMatchObject({ changed: 1, kept: 1, reasons: [{ why: 'HAS_ACCOUNT', count: 1 }] });
    expect(await open()).toHaveLength(1);
    const again = await invite('everywhere', 'again', [1]);
    expect(again).toMatchObject({ changed: 0, reasons: [{ why: 'ALREADY_INVITED', count: 1 }] });
    expect((await world.undo('worker', sent)).__typename).toBe('NotFound');
    expect(await world.undo('everywhere', sent)).toMatchObject({ changed: 1, kept: 0 });
    expect(await open()).toEqual([]);
    const anew = await invite('everywhere', 'anew', [1]);
    expect(anew).toMatchObject({ changed: 1 });
    const accepted = 'UPDATE invitation SET openPersonId = NULL, acceptedAt = createdAt WHERE openPersonId IS NOT NULL';
    await world.inAgency(() => world.platform.app.get(Database).manager.query(accepted));
    expect(await world.undo('everywhere', anew)).toMatchObject({ changed: 0, kept: 1 });
  });

  it('sends no message to nowhere', async () => {
    const person = (await world.read<{ personId: string }>('SELECT personId FROM volunteer ORDER BY id')).at(-1);
    const change = { phoneSealed: null, phoneIndex: null };
    await world.inAgency(() =>
      world.platform.app.get(Database).repository(Person).update({ id: person?.personId }, change),
    );
    expect(await invite('everywhere', 'no phone', [1])).toMatchObject({
      changed: 0,
      reasons: [{ why: 'NO_PHONE', count: 1 }],
    });
  });
});
