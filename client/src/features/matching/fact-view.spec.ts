import type { Criterion } from '@tongxing/shared/matching';
import { distance, readFact } from './fact-view.js';

describe('readFact', () => {
  it.each<[string, string | null]>([
    ['sharedHours', 'many'],
    ['travel', '-5'],
    ['waiting', ''],
    ['looks', 'tall'],
    ['sharedHours', null],
  ])('makes nothing of %s = %j', (criterion, fact) => expect(readFact(criterion, fact)).toEqual({ kind: 'NONE' }));

  it.each<[Criterion, string, object]>([
    ['sharedHours', '180', { kind: 'MINUTES', minutes: 180 }],
    ['travel', '1240', { kind: 'METRES', metres: 1240 }],
    ['travel', 'UNMAPPED', { kind: 'UNMAPPED' }],
    ['skillsForNeeds', 'STUDY,EMOTION', { kind: 'NEEDS', codes: ['STUDY', 'EMOTION'] }],
    ['skillsForNeeds', '', { kind: 'NEEDS', codes: [] }],
    ['sharedLanguage', 'MANDARIN', { kind: 'LANGUAGES', codes: ['MANDARIN'] }],
    ['sameGender', 'SAME', { kind: 'SAME_GENDER' }],
    ['sameGender', 'OTHER', { kind: 'OTHER_GENDER' }],
    ['sameGender', 'UNKNOWN', { kind: 'UNKNOWN_GENDER' }],
    ['priority', '5', { kind: 'PRIORITY', level: 5 }],
    ['waiting', '0', { kind: 'DAYS', days: 0 }],
    ['continuity', 'BEFORE', { kind: 'KNOWN_BEFORE' }],
    ['continuity', 'NEW', { kind: 'NEW' }],
  ])('reads %s = %j', (criterion, fact, expected) => expect(readFact(criterion, fact)).toEqual(expected));
});

describe('distance', () => {
  it('says short ways in metres and long ones in kilometres', () => {
    expect([0, 404, 999, 1000, 1260].map(distance)).toEqual([
      { unit: 'METRES', amount: 0 },
      { unit: 'METRES', amount: 400 },
      { unit: 'METRES', amount: 1000 },
      { unit: 'KILOMETRES', amount: 1 },
      { unit: 'KILOMETRES', amount: 1.3 },
    ]);
  });
});
