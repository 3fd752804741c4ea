// R5 and R6 over the whole schema, as bounded tests: what any role reads is what the matrix says, and somebody else's id
// answers as a missing one. Both grow by themselves with the schema.
import { startTestApp, type TestApp } from '../test-app.js';
import { IDS_NOT_TRIED, NARROWER, NOT_CALLED, NOT_EXERCISED } from './explained.js';
import type { Reader } from './people.js';
import { measureDisclosure, type DisclosureReport } from './r5.js';
import { measureHiddenIds, type HiddenIdsReport } from './r6.js';
import { buildWorld, type World } from './world.js';

const LONG = 600_000;

let platform: TestApp;
let world: World;
/** One world for both: whoever tries the ids of others is refused, and so leaves all as it was. */
beforeAll(async () => {
  // Thousands of cases are refused, each with an error: its place in the code is of no use here and dear to find.
  Error.stackTraceLimit = 0;
  platform = await startTestApp();
  world = await buildWorld(platform.app);
}, LONG);
afterAll(() => platform.stop());

describe('ids of others (R6)', () => {
  let report: HiddenIdsReport;
  let planted: HiddenIdsReport;
  beforeAll(async () => {
    report = await measureHiddenIds(world, platform.address);
    const bound = world.readers.find((reader) => reader.name === 'SOCIAL_WORKER in one office');
    const everywhere = world.readers.find((reader) => reader.name === 'SOCIAL_WORKER');
    if (!bound || !everywhere) throw new Error('the world has other readers than these');
    const impostor = { ...bound, cookie: everywhere.cookie };
    planted = await measureHiddenIds({ ...world, readers: [impostor] }, platform.address, ['child']);
  }, LONG);

  it('answer as missing ones, byte for byte', () => {
    expect(report.leaks).toEqual([]);
  });

  it('are tried at every place of an id but those that are explained', () => {
    expect([...report.untried].sort()).toEqual(Object.keys(IDS_NOT_TRIED).sort());
    expect(report.slots.length).toBeGreaterThan(20);
    expect(report.compared).toBeGreaterThan(500);
  });

  it('are told apart where somebody can see what is hidden from them', () => {
    expect(planted.leaks.length).toBeGreaterThan(0);
  });
});

describe('disclosure (R5)', () => {
  let report: DisclosureReport;
  let planted: DisclosureReport;
  beforeAll(async () => {
    planted = await measureDisclosure({ ...world, readers: impostors() }, platform.address, ['children', 'child']);
    report = await measureDisclosure(world, platform.address);
  }, LONG);

  it('answers nobody with more than the matrix grants, and with no less', () => {
    expect(report.mismatches).toEqual([]);
    expect(report.narrower).toEqual(Object.keys(NARROWER));
  });

  it('meets no field, root or id that nothing declares', () => {
    expect(report.undeclared).toEqual([]);
  });

  it('exercises every root field but those that are explained, and explains no other', () => {
    expect([...report.notExercised, ...NOT_CALLED].sort()).toEqual(Object.keys(NOT_EXERCISED).sort());
    expect(report.cases).toBeGreaterThan(500);
    expect(report.cells).toBeGreaterThan(1_000);
  });

  /** One of whom the measure believes less than they have, one of whom it believes more. */
  function impostors(): Reader[] {
    const [everywhere, bound] = ['SOCIAL_WORKER', 'SOCIAL_WORKER in one office'].map((name) =>
      world.readers.find((reader) => reader.name === name),
    );
    if (!everywhere || !bound) throw new Error('the world has other readers than these');
    return [
      { ...bound, name: 'more', cookie: everywhere.cookie },
      { ...everywhere, name: 'less', cookie: bound.cookie },
    ];
  }

  it('finds a reader who gets more than they should, and one who gets less', () => {
    const linesWith = (name: string) => planted.mismatches.filter((line) => line.includes(name));
    expect(linesWith('more read Child.name (G4) by children').length).toBe(1);
    expect(linesWith('does not answer less').length).toBeGreaterThan(0);
    expect(linesWith('rows to less').length).toBe(1);
  });
});
