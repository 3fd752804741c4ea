// What happens to teams that come for a day or plan a year: companies, government offices, universities, clubs.
import type { LocalDate, PersonId } from '@tongxing/shared/kernel';

/** Event → its facts. */
export interface TeamEvents {
  /** A team can read what its day came to; whoever books for it now is named. */
  TeamPackSent: { readonly packId: string; readonly personIds: readonly PersonId[] };
  /** A team's booking went one step on (SM5b); whoever books for the team now is named. */
  TeamBookingMoved: {
    readonly bookingId: string;
    readonly teamId: string;
    readonly activityId: string;
    /** Absent for a new booking. */
    readonly from?: string | undefined;
    readonly to: string;
    /** Who or what ended it; absent while it lives. */
    readonly endedHow?: string | undefined;
    readonly personIds: readonly PersonId[];
  };
  /** People of a team have a lesson or an agreement before them until its day. */
  TeamDayNeeds: { readonly bookingId: string; readonly personIds: readonly PersonId[] };
  /** Somebody of a company's own list is sent the link of a day. */
  ColleagueInvited: {
    readonly bookingId: string;
    /** Canonical: `+8613800138000`, or a mail address. */
    readonly to: string;
    readonly locale: 'zh-CN' | 'en';
    readonly path: string;
  };
  /** Something of a company's year that its coordinators hear: once each. */
  CompanyYearSaid: {
    readonly year: number;
    /** OPENED, CLOSING, TOLD, NO_DAY or LINE_CLOSED. */
    readonly what: string;
    /** The last day for wishes. */
    readonly wishesUntil: LocalDate;
    readonly personIds: readonly PersonId[];
  };
}

export const EVERY_TEAM_EVENT: Readonly<Record<keyof TeamEvents, true>> = {
  TeamPackSent: true,
  TeamBookingMoved: true,
  TeamDayNeeds: true,
  ColleagueInvited: true,
  CompanyYearSaid: true,
};
