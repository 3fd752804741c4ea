import { inOrderOfNeed, loadOf, type LoadPair } from './load-view.js';

const TODAY = '2026-11-22';
const pair = (id: string, state: LoadPair['state'], nextContactOn?: string): LoadPair => ({ id, state, nextContactOn });
const carrying = (places: number, ...companionships: LoadPair[]) => ({ places, freeTimes: [], companionships });

describe('the load of a volunteer', () => {
  it('counts what takes a place, and nothing that is over', () => {
    const load = loadOf(
      carrying(3, pair('a', 'ENDED'), pair('b', 'VOLUNTEER_DECLINED'), pair('c', 'ACCEPTED'), pair('d', 'PAUSED')),
      TODAY,
    );
    expect(load).toMatchObject({ free: 1, paused: 1, late: 0 });
    expect(load.held.map(({ id }) => id)).toEqual(['d', 'c']);
  });

  it('calls nobody late who rests, or whose day is today', () => {
    const pairs = [pair('a', 'PAUSED', '2026-11-01'), pair('b', 'ACTIVE', TODAY), pair('c', 'ACTIVE', '2026-11-21')];
    expect(loadOf(carrying(3, ...pairs), TODAY)).toMatchObject({ late: 1, paused: 1, free: 0 });
  });

  it('knows no places below none, where fewer were agreed later', () => {
    expect(loadOf(carrying(1, pair('a', 'ACTIVE'), pair('b', 'ACTIVE')), TODAY).free).toBe(0);
  });

  it('adds up a week', () => {
    const freeTimes = [
      { startMinute: 540, endMinute: 600 },
      { startMinute: 840, endMinute: 960 },
    ];
    expect(loadOf({ places: 1, companionships: [], freeTimes }, TODAY).minutes).toBe(180);
  });
});

it('begins with whoever may need a talk', () => {
  const idle = carrying(2);
  const busy = carrying(2, pair('a', 'ACTIVE'), pair('b', 'ACTIVE'));
  const late = carrying(2, pair('c', 'ACTIVE', '2026-11-01'));
  const rests = carrying(2, pair('d', 'PAUSED'));
  expect(inOrderOfNeed([idle, busy, late, rests], TODAY)).toEqual([rests, late, busy, idle]);
});
