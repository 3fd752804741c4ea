import { askFor, chosenColumns } from './chosen-columns.js';

const ALL = [{ key: 'name' }, { key: 'needs' }, { key: 'area', off: true }, { key: 'since' }];
const keys = (asked: string) => chosenColumns(ALL, asked).map(({ key }) => key);

describe('the columns of an address', () => {
  it('are the usual ones where it asks for none, or for none that is known', () => {
    expect(keys('')).toEqual(['name', 'needs', 'since']);
    expect(keys('password,__proto__')).toEqual(['name', 'needs', 'since']);
  });

  it('always name the row, and keep the order of the list', () => {
    expect(keys('area,needs')).toEqual(['name', 'needs', 'area']);
  });

  it('are read back as they were asked for, and the usual ones are not said at all', () => {
    expect(askFor(ALL, new Set(['area', 'needs']))).toBe('name,needs,area');
    expect(keys(askFor(ALL, new Set(['area'])))).toEqual(['name', 'area']);
    expect(keys(askFor(ALL, new Set()))).toEqual(['name']);
    expect(askFor(ALL, new Set(['since', 'needs']))).toBe('');
  });
});
