// The one place where a child becomes what a company, a partner agency or an expert reads: each a projection of its own.
import type { LocalDate } from '@tongxing/shared/kernel';
import {
  ageBandOf,
  likesOf,
  OFFERS,
  type AgeBand,
  type Audience,
  type DisclosurePurpose,
  type FieldGroup,
} from '@tongxing/shared/disclosure';
import type { Role } from '@tongxing/shared/permissions';

export const SHARED_WITH = ['COMPANY', 'PARTNER', 'EXPERT'] as const satisfies readonly Audience[];
export type SharedWith = (typeof SHARED_WITH)[number];

/** Who reads for each audience. */
export const READER_ROLE: Readonly<Record<SharedWith, Role>> = {
  COMPANY: 'CSR_COORDINATOR',
  PARTNER: 'REFERRER',
  EXPERT: 'EXPERT',
};
/** The only thing that each is ever shown a child for. */
export const PURPOSE_OF: Readonly<Record<SharedWith, DisclosurePurpose>> = {
  COMPANY: purposeOf('COMPANY'),
  PARTNER: purposeOf('PARTNER'),
  EXPERT: purposeOf('EXPERT'),
};

export interface SharedWords {
  readonly title: string;
  readonly text: string;
  readonly releasedAt: string;
}
/** Always there: which share it is, the first character of this audience's pseudonym, and until when. */
interface Least {
  readonly shareId: string;
  readonly initial: string;
  readonly untilOn: LocalDate;
}
export interface ChildForCompanyView extends Least {
  readonly ageBand: AgeBand | undefined;
  readonly interests: readonly string[] | undefined;
}
export interface ChildForPartnerView extends Least {
  readonly ageBand: AgeBand | undefined;
  readonly schoolStage: string | undefined;
  readonly district: string | undefined;
  readonly cards: readonly SharedWords[];
}
export interface ChildForExpertView extends Least {
  readonly ageBand: AgeBand | undefined;
  readonly schoolStage: string | undefined;
  readonly interests: readonly string[] | undefined;
  readonly cards: readonly SharedWords[];
}

/** What is known of a shared child before anything is decided. */
export interface KnownChild {
  readonly share: { readonly id: string; readonly untilOn: LocalDate };
  readonly pseudonym: string;
  readonly groups: ReadonlySet<FieldGroup>;
  readonly child:
    | {
        readonly person: { readonly birthDate?: LocalDate | undefined; readonly erased: boolean };
        readonly needs: readonly string[];
        readonly areaCode?: string | undefined;
        readonly intake: { readonly schoolStage?: string | undefined };
      }
    | undefined;
  readonly areaName: (code: string) => string | undefined;
  readonly cards: readonly SharedWords[];
  readonly today: LocalDate;
}

export const toChildForCompany = (known: KnownChild): ChildForCompanyView => {
  const { ageBand, interests } = facts(known);
  return { ...least(known), ageBand, interests };
};

export const toChildForPartner = (known: KnownChild): ChildForPartnerView => {
  const { ageBand, schoolStage, district, cards } = facts(known);
  return { ...least(known), ageBand, schoolStage, district, cards };
};

export const toChildForExpert = (known: KnownChild): ChildForExpertView => {
  const { ageBand, schoolStage, interests, cards } = facts(known);
  return { ...least(known), ageBand, schoolStage, interests, cards };
};

const least = ({ share, pseudonym }: KnownChild): Least => ({
  shareId: share.id,
  initial: [...pseudonym][0] ?? '',
  untilOn: share.untilOn,
});

/** Each fact behind its own group; of a child that is gone, none. */
function facts({ child, groups, areaName, cards, today }: KnownChild) {
  const there = child && !child.person.erased ? child : undefined;
  const when = <Fact>(group: FieldGroup, fact: (of: NonNullable<typeof there>) => Fact) =>
    there && groups.has(group) ? fact(there) : undefined;
  return {
    ageBand: when('AGE_BAND', ({ person }) => ageBandOf(person.birthDate, today)),
    schoolStage: when('SCHOOL_STAGE', ({ intake }) => intake.schoolStage),
    interests: when('INTERESTS', ({ needs }) => likesOf(needs)),
    district: when('REGION', ({ areaCode = '' }) => areaName(areaCode)),
    cards: when('PROGRESS', () => cards.map(({ title, text, releasedAt }) => ({ title, text, releasedAt }))) ?? [],
  };
}

function purposeOf(audience: SharedWith): DisclosurePurpose {
  const offer = OFFERS.find((one) => one.audience === audience);
  if (!offer) throw new Error(`BUG: nothing is ever asked for ${audience}`);
  return offer.purpose;
}
