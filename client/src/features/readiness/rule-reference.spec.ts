import { SETTINGS } from '@tongxing/shared/rules';
import { RULE_NAMES, ruleReference } from './rule-reference.js';

describe('ruleReference', () => {
  it('of nothing is nothing', () => {
    expect(ruleReference(null)).toEqual({ rule: '', clause: undefined });
  });

  it('takes the clause from beside the rule or from the same text', () => {
    expect(ruleReference('H8', '§7.2.1')).toEqual({ rule: 'H8', clause: '§7.2.1' });
    expect(ruleReference('H8 §7.1.3')).toEqual({ rule: 'H8', clause: '§7.1.3' });
    expect(ruleReference('H7', null).clause).toBeUndefined();
  });

  it('names a rule with words for each setting', () => {
    const unknown = SETTINGS.map(({ rule }) => ruleReference(rule).rule).filter(
      (rule) => !RULE_NAMES.some((known) => known === rule),
    );
    expect(unknown).toEqual([]);
  });
});
