import { sortTalks, type ShownTalk } from './talks-view.js';

const TODAY = '2026-11-22';
const talk = (id: string, state: ShownTalk['state'], plannedOn: string, mine = true): ShownTalk => ({
  ...{ id, state, plannedOn, mine },
});

it('asks for the words of talks whose day has come, the oldest first', () => {
  const talks = [
    talk('a', 'SCHEDULED', '2026-11-22'),
    talk('b', 'SCHEDULED', '2026-11-01'),
    talk('c', 'SCHEDULED', '2026-11-23'),
    talk('d', 'MISSED', '2026-11-02'),
  ];
  const { toWrite, coming, open, past } = sortTalks(talks, TODAY);
  expect(toWrite.map(({ id }) => id)).toEqual(['b', 'a']);
  expect(coming.map(({ id }) => id)).toEqual(['c']);
  expect(open).toEqual([]);
  expect(past.map(({ id }) => id)).toEqual(['d']);
});

it('what somebody else led is past for the reader, whatever is open in it', () => {
  const talks = [
    talk('a', 'HELD', '2026-11-02', false),
    talk('b', 'ACTIONS_OPEN', '2026-11-01'),
    talk('c', 'DONE', TODAY),
  ];
  const { open, past } = sortTalks(talks, TODAY);
  expect(open.map(({ id }) => id)).toEqual(['b']);
  expect(past.map(({ id }) => id)).toEqual(['a', 'c']);
});
