import { settingNumber } from './settings-view.js';

describe('settingNumber', () => {
  it('falls back to the default for a value that is missing or unreadable', () => {
    expect(settingNumber([], 'consentValidDaysDefault')).toBe(365);
    expect(settingNumber([{ key: 'contactsPerMonth', value: 'often' }], 'contactsPerMonth')).toBe(2);
  });

  it('takes what the agency set', () => {
    expect(settingNumber([{ key: 'contactsPerMonth', value: '4' }], 'contactsPerMonth')).toBe(4);
  });
});
