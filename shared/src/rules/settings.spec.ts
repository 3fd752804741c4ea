import { DEFAULT_ELIGIBILITY_SETTINGS } from './eligibility-settings.js';
import { eligibilitySettings, parseSetting, SETTINGS, settingValues } from './settings.js';

const problem = (key: string, raw: string) => {
  const parsed = parseSetting(key, raw);
  return parsed.ok ? undefined : parsed.error;
};

describe('agency settings', () => {
  it('refuses a record check of more than a year, naming the rule', () => {
    expect(problem('recordCheckValidDays', '366')).toEqual({ code: 'ABOVE_MAXIMUM', maximum: 365, rule: 'H8 §7.1.3' });
    expect(problem('recordCheckValidDays', '29')).toEqual({ code: 'BELOW_MINIMUM', minimum: 30, rule: 'H8 §7.1.3' });
  });

  it.each(['', ' ', '1.5', '1e3', '0x10', '12 months', '９９', '99999999999', 'NaN'])(
    'refuses %j as a number',
    (raw) => {
      expect(problem('supervisorPlaces', raw)?.code).toBe('NOT_A_WHOLE_NUMBER');
    },
  );

  it('refuses a switch that is neither true nor false, and a key that nobody has', () => {
    expect(problem('allowOtherGender', 'yes')?.code).toBe('NOT_TRUE_OR_FALSE');
    expect(problem('adultAge', '16')).toEqual({ code: 'SETTING_UNKNOWN', key: 'adultAge' });
    expect(problem('__proto__', '1')?.code).toBe('SETTING_UNKNOWN');
  });

  it('reads both borders and each default', () => {
    for (const setting of SETTINGS) {
      expect(parseSetting(setting.key, String(setting.default))).toEqual({ ok: true, value: setting.default });
      if (setting.kind !== 'INTEGER') continue;
      expect(parseSetting(setting.key, ` ${setting.min} `)).toEqual({ ok: true, value: setting.min });
      expect(parseSetting(setting.key, String(setting.max))).toEqual({ ok: true, value: setting.max });
    }
    expect(new Set(SETTINGS.map((s) => s.key)).size).toBe(SETTINGS.length);
  });

  it('falls back to the default where a stored value lies outside of today’s borders', () => {
    const values = settingValues(
      new Map([
        ['recordCheckValidDays', '900'],
        ['renewalWindowDays', '45'],
      ]),
    );
    expect(values).toMatchObject({ recordCheckValidDays: 365, renewalWindowDays: 45, allowOtherGender: false });
  });

  it('without anything stored gives the eligibility function its defaults', () => {
    expect(eligibilitySettings(settingValues(new Map()))).toEqual(DEFAULT_ELIGIBILITY_SETTINGS);
  });
});
