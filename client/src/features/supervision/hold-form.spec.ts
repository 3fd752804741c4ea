import { blankAction, toHeld, toValues, type WrittenTalk } from './hold-form.js';

const TODAY = '2026-11-22';
const TALK: WrittenTalk = {
  ...{ id: 's1', version: 1, plannedOn: '2026-11-20' },
  seats: [{ volunteerId: 'v1', came: false }],
  actions: [],
};

it('begins with the day that was agreed on, never one to come, and with somebody who came', () => {
  const values = toValues(TALK, TODAY);
  expect(values).toMatchObject({ heldOn: '2026-11-20', minutes: '45', seats: [{ came: true }] });
  expect(toValues({ ...TALK, plannedOn: '2026-12-01' }, TODAY).heldOn).toBe(TODAY);
  expect(values.actions).toEqual([{ text: '', volunteerId: '', dueOn: '2026-12-06' }]);
});

it('gives back what was written down before', () => {
  const written = {
    ...TALK,
    heldOn: '2026-11-21',
    minutes: 30,
    topics: '谈过',
    actions: [{ text: '写信', dueOn: TODAY }],
  };
  expect(toValues(written, TODAY)).toMatchObject({
    ...{ heldOn: '2026-11-21', minutes: '30', topics: '谈过', seats: [{ came: false }] },
    actions: [{ text: '写信', dueOn: TODAY, volunteerId: '' }],
  });
});

it('sends no empty lines: no action without words, no feeling that nobody chose', () => {
  const values = toValues(TALK, TODAY);
  const seats = [{ came: true, wellbeing: '0', note: '', praise: '守约' }];
  const actions = [blankAction(TODAY), { text: ' 写信 ', dueOn: TODAY, volunteerId: 'v1' }];
  expect(toHeld(TALK, { ...values, topics: '谈过', seats, actions })).toMatchObject({
    seats: [{ volunteerId: 'v1', came: true, wellbeing: 0, note: null, praise: '守约' }],
    actions: [{ text: ' 写信 ', volunteerId: 'v1' }],
  });
  expect(toHeld(TALK, values).seats).toEqual([
    { volunteerId: 'v1', came: true, wellbeing: null, note: null, praise: null },
  ]);
});
