// Saved views through GraphQL, on the engine under test: whose they are, and what is never kept.
import { Database } from '../../platform/database/index.js';
import { codeOf, ListWorld } from '../../testing/list-world.js';
import { SavedView } from './saved-view.entity.js';

const LONG = 120_000;
let world: ListWorld;

beforeAll(async () => {
  world = await ListWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

describe('a saved view', () => {
  const save = (who: string, name: string, shared = false, query = 'waiting=true&q=王小明&cols=name,needs') =>
    world.change(who, 'saveView', { list: 'CHILDREN', name, query, shared });
  const names = async (who: string) => {
    const query = '{ savedViews(list: CHILDREN) { name mine query } }';
    return (await world.ask<{ savedViews: { name: string; mine: boolean; query: string }[] }>(who, query)).data
      ?.savedViews;
  };

  it.each(['volunteer', 'donor', 'auditor', 'coordinator'])('is nothing that a %s has', async (who) => {
    expect(codeOf(await world.ask(who, '{ savedViews(list: CHILDREN) { name } }'))).toBe('FORBIDDEN');
    expect((await save(who, '我的')).__typename).toBe('FORBIDDEN');
  });

  it('keeps filters and columns, and never whom somebody looked for', async () => {
    expect(await save('worker', '在等的')).toMatchObject({ query: 'waiting=true&cols=name%2Cneeds' });
    const stored = await world.platform.app.get(Database).repository(SavedView).find();
    expect(JSON.stringify(stored)).not.toContain('王小明');
  });

  it('is its owner’s alone until it is shared, and theirs alone to change', async () => {
    expect(await names('southern')).toEqual([]);
    const mine = await save('worker', '大家用的', true);
    expect(await names('southern')).toEqual([
      { name: '大家用的', mine: false, query: 'waiting=true&cols=name%2Cneeds' },
    ]);
    expect(await names('stranger')).toEqual([]);
    const input = { savedViewId: mine.id, version: 1, name: '改了', query: '', shared: true };
    expect((await world.change('southern', 'changeView', input)).__typename).toBe('NotFound');
    expect((await world.change('southern', 'removeView', { savedViewId: mine.id, version: 1 })).__typename).toBe(
      'NotFound',
    );
    expect(await world.change('worker', 'changeView', input)).toMatchObject({ version: 2, query: '' });
    expect((await world.change('worker', 'changeView', input)).__typename).toBe('StaleVersion');
    expect((await world.change('worker', 'removeView', { savedViewId: mine.id, version: 2 })).__typename).toBe(
      'SavedView',
    );
    expect(await names('southern')).toEqual([]);
  });

  it('has a name that its owner does not use twice', async () => {
    expect((await save('worker', ' ')).fields).toEqual([{ field: 'name', code: 'REQUIRED' }]);
    expect((await save('worker', '在等的')).fields).toEqual([{ field: 'name', code: 'TAKEN' }]);
    expect((await save('worker', '长'.repeat(61))).fields).toEqual([{ field: 'name', code: 'TOO_LONG' }]);
  });
});
