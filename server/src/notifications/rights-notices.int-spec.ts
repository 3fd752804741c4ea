// Who is reminded of requests about personal data, and when.
import { PapersWorld } from '../testing/papers-world.js';
import { RightsNotices } from './rights-notices.js';

const LONG = 180_000;
const DAY_MS = 86_400_000;

let world: PapersWorld;
beforeAll(async () => {
  world = await PapersWorld.start();
}, LONG);
afterAll(() => world.platform.stop());

describe('the clock', () => {
  it('reminds those in charge five days before, one day before and daily afterwards, once a day', async () => {
    const { app, clock } = world.platform;
    const ask = 'mutation ($i: AskForRightInput!) { askForRight(input: $i) { __typename } }';
    await world.ask('donor', ask, { i: { right: 'COPY', requestId: 'clock' } });
    const notices = app.get(RightsNotices);
    expect(await notices.remind()).toBe(0);
    const told: number[] = [];
    for (let day = 1; day <= 17; day++) {
      clock.advance(DAY_MS);
      if ((await notices.remind()) > 0) told.push(day);
      expect(await notices.remind()).toBe(0);
    }
    clock.advance(-17 * DAY_MS);
    expect(told).toEqual([10, 14, 16, 17]);
  });
});
