// Reads the fact behind a criterion's points (shared/matching, ScorePart) into something that words can be put to.

export type Fact =
  | { readonly kind: 'MINUTES'; readonly minutes: number }
  | { readonly kind: 'METRES'; readonly metres: number }
  | { readonly kind: 'UNMAPPED' }
  | { readonly kind: 'NEEDS' | 'LANGUAGES'; readonly codes: readonly string[] }
  | { readonly kind: 'SAME_GENDER' | 'OTHER_GENDER' | 'UNKNOWN_GENDER' }
  | { readonly kind: 'PRIORITY'; readonly level: number }
  | { readonly kind: 'DAYS'; readonly days: number }
  | { readonly kind: 'KNOWN_BEFORE' | 'NEW' }
  | { readonly kind: 'NONE' };

const NONE: Fact = { kind: 'NONE' };

/** What the fact says; NONE where it is missing, or of a criterion newer than this page. */
export function readFact(criterion: string, fact: string | null | undefined): Fact {
  if (fact == null) return NONE;
  switch (criterion) {
    case 'sharedHours':
      return counted(fact, (minutes) => ({ kind: 'MINUTES', minutes }));
    case 'travel':
      return fact === 'UNMAPPED' ? { kind: 'UNMAPPED' } : counted(fact, (metres) => ({ kind: 'METRES', metres }));
    case 'skillsForNeeds':
      return { kind: 'NEEDS', codes: listed(fact) };
    case 'sharedLanguage':
      return { kind: 'LANGUAGES', codes: listed(fact) };
    case 'sameGender':
      if (fact === 'SAME') return { kind: 'SAME_GENDER' };
      return { kind: fact === 'OTHER' ? 'OTHER_GENDER' : 'UNKNOWN_GENDER' };
    case 'priority':
      return counted(fact, (level) => ({ kind: 'PRIORITY', level }));
    case 'waiting':
      return counted(fact, (days) => ({ kind: 'DAYS', days }));
    case 'continuity':
      return { kind: fact === 'BEFORE' ? 'KNOWN_BEFORE' : 'NEW' };
    default:
      return NONE;
  }
}

/** Metres as people say them: 400 m, 1.2 km. */
export function distance(metres: number): { readonly unit: 'METRES' | 'KILOMETRES'; readonly amount: number } {
  if (metres < 1000) return { unit: 'METRES', amount: Math.round(metres / 10) * 10 };
  return { unit: 'KILOMETRES', amount: Math.round(metres / 100) / 10 };
}

function counted(text: string, make: (count: number) => Fact): Fact {
  return /^\d{1,9}$/.test(text) ? make(Number(text)) : NONE;
}

const listed = (text: string): readonly string[] => text.split(',').filter((code) => code !== '');
