import { keptQuery, LIST_NAMES } from './list-views.js';

describe('what a saved view keeps', () => {
  it('is never a name that somebody looked for, nor a day, nor anything unknown', () => {
    for (const list of LIST_NAMES) {
      expect(keptQuery(list, 'q=王小明&on=2026-11-22&after=x&__proto__=1')).toBe('');
    }
    expect(keptQuery('CHILDREN', 'waiting=王小明')).toBe('');
    expect(keptQuery('CHILDREN', `waiting=${'x'.repeat(201)}`)).toBe('');
  });

  it('is filters and columns of that list, in one order whichever way they came', () => {
    expect(keptQuery('CHILDREN', 'cols=name,area&q=x&waiting=true')).toBe('waiting=true&cols=name%2Carea');
    expect(keptQuery('CHILDREN', 'waiting=true&cols=name,area')).toBe('waiting=true&cols=name%2Carea');
    expect(keptQuery('VOLUNTEERS', 'waiting=true&standing=READY')).toBe('standing=READY');
  });

  it('is kept again as it was kept', () => {
    const once = keptQuery('COMPANIONSHIPS', '?state=ACTIVE&cols=child,state');
    expect(keptQuery('COMPANIONSHIPS', once)).toBe(once);
  });
});
