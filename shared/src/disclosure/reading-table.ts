// What each role may read of a child, by consent: the one source of docs/disclosure.md, the director's page and the tests.
import {
  CHILD_GRADES,
  clearanceBy,
  clears,
  GRADE_WORDS,
  RELATION_WORDS,
  RELATIONS,
  ROLE_NAMES,
  ROLES,
  type Grade,
  type Relation,
  type Role,
} from '../permissions/index.js';
import { neededWords } from './disclose.js';
import { OFFERS, type Audience, type DisclosurePurpose, type FieldGroup } from './field-groups.js';
import { AUDIENCE_WORDS, FIELD_GROUP_WORDS, PURPOSE_WORDS, type Words } from './words.js';
import { addMonths, type LocalDate } from '../kernel/index.js';

/** As which audience a role outside the case team reads; the others read by their work alone, or nothing. */
export const AUDIENCE_OF: Readonly<Partial<Record<Role, Audience>>> = {
  ...{ VOLUNTEER: 'VOLUNTEER', EMPLOYEE: 'VOLUNTEER', DONOR: 'DONOR' },
  ...{ CSR_COORDINATOR: 'COMPANY', REFERRER: 'PARTNER', EXPERT: 'EXPERT' },
};

/** Without a consent: how the child stands to the reader, and each kind of thing that this comes to. */
export interface ByWork {
  readonly relation: Relation;
  readonly whose: Words;
  readonly what: readonly { readonly grade: Grade; readonly words: Words }[];
}
/** By the family's yes, each group by itself; the first is there without one. */
export interface ByConsent {
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  readonly why: Words;
  readonly groups: readonly { readonly group: FieldGroup; readonly what: Words; readonly needsYes: boolean }[];
}
export interface ReaderRow {
  /** Undefined for everybody else: the public. */
  readonly role: Role | undefined;
  readonly name: Words;
  readonly byWork: readonly ByWork[];
  readonly byConsent: readonly ByConsent[];
}
/** Whose yes has to stand at an age. */
export interface AgeRow {
  readonly age: Words;
  readonly guardian: boolean;
  readonly child: boolean;
  /** The child's earlier yes counts no longer than this birthday. */
  readonly anew: boolean;
}

/** Every role, those who read by their work first; then the public. */
export function readingTable(): readonly ReaderRow[] {
  const rows = ROLES.map((role): ReaderRow => {
    const audience = AUDIENCE_OF[role];
    return {
      role,
      name: ROLE_NAMES[role],
      // Who reads by consent alone has a clearance too: it bounds what the consent can ever open.
      byWork: audience ? [] : byWork(role),
      byConsent: audience ? byConsent(audience) : [],
    };
  });
  const rank = ({ byWork: work, byConsent: consent }: ReaderRow) => (work.length > 0 ? 0 : consent.length > 0 ? 1 : 2);
  const known = [...rows].sort((a, b) => rank(a) - rank(b));
  return [...known, { role: undefined, name: AUDIENCE_WORDS.PUBLIC, byWork: [], byConsent: byConsent('PUBLIC') }];
}

export const AGE_ROWS: readonly AgeRow[] = [
  ageRow(7, { zh: '八岁以前', en: 'before eight' }),
  ageRow(8, { zh: '八岁到十三岁', en: 'from eight to thirteen' }),
  ageRow(14, { zh: '十四岁到十七岁', en: 'from fourteen to seventeen' }),
  ageRow(18, { zh: '十八岁起', en: 'from eighteen' }),
];

/** In no group, so that no yes can ever open it to anybody outside. */
export const NEVER_SHOWN: readonly Words[] = [
  { zh: '真名', en: 'the real name' },
  { zh: '生日', en: 'the birthday' },
  { zh: '学校名字', en: "the school's name" },
  { zh: '住址', en: 'where the family lives' },
  { zh: '电话', en: 'phone numbers' },
  { zh: '证件号码', en: 'identity numbers' },
  { zh: '安全关切', en: 'concerns about safety' },
  { zh: '家庭的难处', en: 'what is hard at home' },
];

function byWork(role: Role): ByWork[] {
  return RELATIONS.flatMap((relation) => {
    const grade = clearanceBy(role, relation);
    if (!CHILD_GRADES.includes(grade)) return [];
    const cleared = CHILD_GRADES.filter((one) => clears(grade, one));
    const what = cleared.map((one) => ({ grade: one, words: GRADE_WORDS[one] }));
    return [{ relation, whose: RELATION_WORDS[relation], what }];
  });
}

function byConsent(audience: Audience): ByConsent[] {
  return OFFERS.filter((offer) => offer.audience === audience).map(({ purpose, groups }) => ({
    purpose,
    audience,
    why: PURPOSE_WORDS[purpose],
    groups: (['PSEUDONYM', ...groups] as const).map((group) => ({
      group,
      what: FIELD_GROUP_WORDS[group],
      needsYes: group !== 'PSEUDONYM',
    })),
  }));
}

function ageRow(age: number, words: Words): AgeRow {
  const today = '2026-07-01' as LocalDate;
  const { guardian, child, childNotBefore } = neededWords(addMonths(today, -12 * age), today);
  return { age: words, guardian, child, anew: childNotBefore !== undefined };
}
