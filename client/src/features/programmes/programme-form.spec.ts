import { programmeFaults, toProgrammeInput, type TypedProgramme } from './programme-form.js';

const TYPED: TypedProgramme = {
  name: ' 流动书桌助学计划 ',
  nameEn: '',
  purpose: '',
  level: 'CHILD',
  support: 'INSTRUMENTAL',
  places: '2',
  startsOn: '2026-01-01',
  endsOn: '',
  minAge: '6',
  maxAge: '',
  schoolStages: ['PRIMARY'],
  allowOutOfSchool: true,
  registrations: [],
  categoriesAny: [],
};

it('is not sent with a field that means nothing, and names each', () => {
  const wrong = { name: ' ', level: '', support: '', places: '0', startsOn: '', minAge: '十', maxAge: '99' } as const;
  expect(programmeFaults({ ...TYPED, ...wrong })).toEqual([
    'name',
    'level',
    'support',
    'places',
    'startsOn',
    'minAge',
    'maxAge',
  ]);
  expect(toProgrammeInput({ ...TYPED, ...wrong })).toBeUndefined();
  expect(programmeFaults({ ...TYPED, endsOn: '2025-12-31', maxAge: '5' })).toEqual(['endsOn', 'maxAge']);
});

it('asks nothing where nothing is typed', () => {
  expect(toProgrammeInput({ ...TYPED, places: '', minAge: '' })).toMatchObject({
    name: '流动书桌助学计划',
    nameEn: null,
    places: null,
    endsOn: null,
    criteria: { minAge: null, maxAge: null, schoolStages: ['PRIMARY'], registrations: [] },
  });
});
