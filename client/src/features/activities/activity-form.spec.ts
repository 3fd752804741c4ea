import { fenOf, yuanOf } from '../../ui/format/money.js';
import { planFaults, toPlanInput, typedPlan } from './activity-form.js';

const TODAY = '2026-11-22';

it('says every field that needs another look', () => {
  expect(planFaults(typedPlan(undefined, TODAY), TODAY)).toEqual(['theme', 'venueId']);
  const wrong = {
    ...{ theme: '读书', venueId: 'v', onDate: '2026-11-21', from: '11:00', to: '10:00', childCount: 'x' },
    roles: [{ task: '陪读', seats: '0', skill: '' }],
    budget: [{ what: '', yuan: '3', payer: 'TEAM' as const }],
  };
  expect(planFaults({ ...typedPlan(undefined, TODAY), ...wrong }, TODAY)).toEqual([
    'onDate',
    'to',
    'childCount',
    'roles',
    'budget',
  ]);
});

it('sends minutes, whole numbers and fen, and leaves empty lines out', () => {
  const typed = { ...typedPlan(undefined, TODAY), from: '09:30', to: '12:00' };
  const input = toPlanInput({ ...typed, budget: [{ what: '书', yuan: '12.5', payer: 'TEAM' }, ...typed.budget] });
  expect(input).toMatchObject({ startMinute: 570, endMinute: 720, children: 10, roles: [] });
  expect(input.budget).toEqual([{ what: '书', amount: '1250', payer: 'TEAM' }]);
});

it.each([
  ['12', '1200', '12'],
  ['0.05', '5', '0.05'],
  ['3.5', '350', '3.50'],
])('reads %s yuan as %s fen', (yuan, fen, back) => {
  expect(fenOf(yuan)).toBe(fen);
  expect(yuanOf(fen)).toBe(back);
  expect(fenOf(`-${yuan}`)).toBeUndefined();
});
