// The one place where a child becomes what a donor reads: field by field out of groups, so that no new column slips in.
import type { LocalDate } from '@tongxing/shared/kernel';
import { ageBandOf, likesOf, type AgeBand, type FieldGroup } from '@tongxing/shared/disclosure';
import type { SponsorshipState } from '@tongxing/shared/states';

export interface SponsoredChildView {
  readonly sponsorshipId: string;
  readonly state: SponsorshipState;
  readonly startsOn: LocalDate | undefined;
  readonly endsOn: LocalDate | undefined;
  /** The first character of the donors' pseudonym. */
  readonly initial: string;
  readonly ageBand: AgeBand | undefined;
  readonly schoolStage: string | undefined;
  readonly interests: readonly string[] | undefined;
  readonly district: string | undefined;
  readonly cards: readonly ReleasedWords[];
  /** Whether the family agrees at this moment that donors read of the child's progress. */
  readonly open: boolean;
}
export interface ReleasedWords {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly releasedAt: string;
}

interface Known {
  readonly sponsorship: {
    readonly id: string;
    readonly state: SponsorshipState;
    readonly startsOn: LocalDate | undefined;
    readonly endsOn: LocalDate | undefined;
  };
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
  readonly cards: readonly ReleasedWords[];
  readonly today: LocalDate;
}

export function toSponsoredChild(known: Known): SponsoredChildView {
  const { sponsorship, pseudonym, groups, child, areaName, cards, today } = known;
  const { id, state, startsOn, endsOn } = sponsorship;
  const there = child && !child.person.erased ? child : undefined;
  const open = there !== undefined && groups.has('PROGRESS');
  return {
    ...{ sponsorshipId: id, state, startsOn, endsOn, open },
    initial: [...pseudonym][0] ?? '',
    ageBand: there && groups.has('AGE_BAND') ? ageBandOf(there.person.birthDate, today) : undefined,
    schoolStage: there && groups.has('SCHOOL_STAGE') ? there.intake.schoolStage : undefined,
    interests: there && groups.has('INTERESTS') ? likesOf(there.needs) : undefined,
    district: there && groups.has('REGION') ? areaName(there.areaCode ?? '') : undefined,
    cards: open ? cards : [],
  };
}
