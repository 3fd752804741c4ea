// R5 over the whole schema, as a bounded test: what any role reads is what the matrix says. It grows by itself with the schema.
import { startTestApp, type TestApp } from '../test-app.js';
import { NOT_CALLED, NOT_EXERCISED } from './explained.js';
import type { Reader } from './people.js';
import { measureDisclosure, type DisclosureReport } from './r5.js';
import { buildWorld, type World } from './world.js';

const LONG = 240_000;

describe('disclosure (R5)', () => {
  let platform: TestApp;
  let world: World;
  let report: DisclosureReport;
  let planted: DisclosureReport;
  beforeAll(async () => {
    platform = await startTestApp();
    world = await buildWorld(platform.app);
    planted = await measureDisclosure({ ...world, readers: impostors() }, platform.address, ['children', 'child']);
    report = await measureDisclosure(world, platform.address);
    console.log(report.cases, process.cpuUsage());
  }, LONG);
  afterAll(() => platform.stop());

  it('answers nobody with more than the matrix grants, and with no less', () => {
    expect(report.mismatches).toEqual([]);
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
