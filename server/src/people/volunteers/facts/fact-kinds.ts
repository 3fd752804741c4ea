// The kinds of dated facts about a volunteer, and the tables that hold them.
export const FACT_KINDS = ['PRE_SERVICE', 'IN_SERVICE', 'AGREEMENT', 'CHECK_CLEAR', 'CHECK_HIT'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export const FACT_TYPES = ['Training', 'VolunteerAgreement', 'RecordCheck'] as const;
export type FactType = (typeof FACT_TYPES)[number];

export function typeOfKind(kind: FactKind): FactType {
  switch (kind) {
    case 'PRE_SERVICE':
    case 'IN_SERVICE':
      return 'Training';
    case 'AGREEMENT':
      return 'VolunteerAgreement';
    case 'CHECK_CLEAR':
    case 'CHECK_HIT':
      return 'RecordCheck';
  }
}
