import { gathers, toInput, toValues, type Choices } from './choices.js';

const __typename = 'MessageKindChoice' as const;
const CHOICES: Choices = {
  __typename: 'MessageChoices',
  kinds: [
    { __typename, kind: 'SERVICE', frequency: 'AT_ONCE', offered: ['AT_ONCE', 'DAILY', 'IN_APP'] },
    { __typename, kind: 'RENEWALS', frequency: 'WEEKLY', offered: ['AT_ONCE', 'DAILY', 'WEEKLY', 'IN_APP'] },
  ],
  quietFrom: null,
  quietUntil: null,
  digestHour: 8,
  digestWeekday: 1,
  channel: null,
  channels: ['MAIL', 'SMS'],
  version: 4,
};

describe('how messages reach somebody', () => {
  it('comes back as it was read', () => {
    expect(toInput(toValues(CHOICES), 4)).toEqual({
      kinds: [
        { kind: 'SERVICE', frequency: 'AT_ONCE' },
        { kind: 'RENEWALS', frequency: 'WEEKLY' },
      ],
      quietFrom: null,
      quietUntil: null,
      digestHour: 8,
      digestWeekday: 1,
      channel: null,
      version: 4,
    });
    const quiet = { ...CHOICES, quietFrom: 0, quietUntil: 7, channel: 'SMS' as const };
    expect(toInput(toValues(quiet), 5)).toMatchObject({ quietFrom: 0, quietUntil: 7, channel: 'SMS', version: 5 });
  });

  it('never sends one end of the quiet hours without the other', () => {
    const values = { ...toValues(CHOICES), quietFrom: '', quietUntil: '7' };
    expect(toInput(values, 1)).toMatchObject({ quietFrom: null, quietUntil: null });
  });

  it('asks for an hour, or a day, only where something is sent together', () => {
    const values = toValues(CHOICES);
    expect([gathers(values, ['DAILY', 'WEEKLY']), gathers(values, ['DAILY'])]).toEqual([true, false]);
  });
});
