import type { EntryDay } from './domain/year-fields.js';
import { YEAR_MESSAGES, type YearMessage } from './domain/year-messages.js';
import { Entity, Index } from 'typeorm';
import { ACTIVITY_KINDS, TEAM_TASKS, type ActivityKind, type TeamTasks } from '@tongxing/shared/rules';
import { YEAR_PLACE_STATES, YEAR_RENEWALS, type YearPlaceState, type YearRenewal } from '@tongxing/shared/states';
import {
  DateColumn,
  EnumColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LinkColumn,
  LongTextColumn,
  OptionalFenColumn,
  OptionalInstantColumn,
  OptionalIntColumn,
  OptionalLinkColumn,
  OptionalLongTextColumn,
  OptionalRefColumn,
  OptionalTextColumn,
  RefColumn,
  TextColumn,
} from '../platform/database/index.js';

/** What an agency offers to companies for one year. It is the row that is locked before days are given away. */
@Entity('company_year')
@Index('ux_company_year', ['agencyId', 'year'], { unique: true })
export class CompanyYear {
  @IdColumn() id: string;
  @LinkColumn('company_year', 'agencyId', 'agency') agencyId: string;
  @IntColumn() year: number;
  @DateColumn() wishesUntil: string;
  @OptionalInstantColumn() openedAt: string | null;
  /** When a worker ended the wishes; null where the date does it. */
  @OptionalInstantColumn() closedAt: string | null;
  @RefColumn() recordedBy: string;
  /** Changes with each change of the plan, too: of two who publish at once, the second sees that. */
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** One activity of the catalogue, on one of several days. */
@Entity('company_year_entry')
@Index('ix_company_year_entry_year', ['yearId'])
@Index('ix_company_year_entry_series', ['agencyId', 'seriesId'])
export class CompanyYearEntry {
  @IdColumn() id: string;
  @LinkColumn('company_year_entry', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('company_year_entry', 'yearId', 'company_year') yearId: string;
  @LinkColumn('company_year_entry', 'venueId', 'venue') venueId: string;
  /** The same for an activity that is offered again in another year. */
  @RefColumn() seriesId: string;
  @EnumColumn('company_year_entry', 'kind', ACTIVITY_KINDS.map(({ code }) => code))
  kind: ActivityKind;
  @TextColumn(80) theme: string;
  @OptionalTextColumn(120) themeEn: string | null;
  @TextColumn(300) taskGoal: string;
  @IntColumn() startMinute: number;
  @IntColumn() endMinute: number;
  @IntColumn() children: number;
  @IntColumn() childrenPerAdult: number;
  /** Guests of all companies together on one day. */
  @IntColumn() mostGuests: number;
  /** Colleagues who have to be there. */
  @IntColumn() workers: number;
  @FenColumn() costPerGuest: bigint;
  /** Whether a company can come that does not meet children (T11). */
  @FlagColumn() hasOtherTasks: boolean;
  @JsonColumn() days: EntryDay[];
  /** On how many of them it is held at most. */
  @IntColumn() times: number;
  /** When it was taken back after companies had seen it, and what they are told of why. */
  @OptionalInstantColumn() closedAt: string | null;
  @OptionalTextColumn(300) closedWhy: string | null;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** What a company would like of a year. */
@Entity('company_year_wish')
@Index('ux_company_year_wish', ['yearId', 'teamId'], { unique: true })
@Index('ix_company_year_wish_agency', ['agencyId'])
export class CompanyYearWish {
  @IdColumn() id: string;
  @LinkColumn('company_year_wish', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('company_year_wish', 'yearId', 'company_year') yearId: string;
  @LinkColumn('company_year_wish', 'teamId', 'volunteer_team') teamId: string;
  @IntColumn() people: number;
  @OptionalFenColumn() budgetFen: bigint | null;
  @IntColumn() mostDays: number;
  /** 1 to 12; none where any month suits. */
  @JsonColumn() months: number[];
  @EnumColumn('company_year_wish', 'tasks', TEAM_TASKS) tasks: TeamTasks;
  /** Ids of entries, the dearest first. */
  @JsonColumn() wishes: string[];
  @RefColumn() changedBy: string;
  @IntColumn() version: number;
  @InstantColumn() changedAt: string;
}

/** One solve for a year, kept so that anyone may prove it again. */
@Entity('company_year_run')
@Index('ux_company_year_run_request', ['agencyId', 'requestId'], { unique: true })
@Index('ix_company_year_run_year', ['yearId', 'startedAt'])
export class CompanyYearRun {
  @IdColumn() id: string;
  @LinkColumn('company_year_run', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('company_year_run', 'yearId', 'company_year') yearId: string;
  @TextColumn(64) requestId: string;
  @RefColumn() startedBy: string;
  @InstantColumn() startedAt: string;
  @IntColumn() companies: number;
  @IntColumn() served: number;
  @IntColumn() days: number;
  @TextColumn(20) objective: string;
  @TextColumn(20) bound: string;
  @IntColumn() gapPpm: number;
  @FlagColumn() certificateChecked: boolean;
  @TextColumn(64) inputHash: string;
  @IntColumn() weightsVersion: number;
  @IntColumn() durationMs: number;
  /** Days that are others than before: newly given, and no longer. */
  @IntColumn() come: number;
  @IntColumn() gone: number;
}

export const YEAR_RUN_PARTS = ['INPUT', 'SOLUTION'] as const;

/** What proves a run again, compressed, sealed (it tells what companies can spend), in parts. */
@Entity('company_year_run_part')
@Index('ux_company_year_run_part', ['runId', 'kind', 'part'], { unique: true })
export class CompanyYearRunPart {
  @IdColumn() id: string;
  @LinkColumn('company_year_run_part', 'runId', 'company_year_run') runId: string;
  @EnumColumn('company_year_run_part', 'kind', YEAR_RUN_PARTS) kind: (typeof YEAR_RUN_PARTS)[number];
  @IntColumn() part: number;
  @LongTextColumn() body: string;
}

/** A company at an activity of the catalogue on a day. */
@Entity('company_year_place')
@Index('ix_company_year_place_year', ['yearId', 'state'])
@Index('ix_company_year_place_team', ['agencyId', 'teamId'])
export class CompanyYearPlace {
  @IdColumn() id: string;
  @LinkColumn('company_year_place', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('company_year_place', 'yearId', 'company_year') yearId: string;
  @LinkColumn('company_year_place', 'teamId', 'volunteer_team') teamId: string;
  @LinkColumn('company_year_place', 'entryId', 'company_year_entry') entryId: string;
  @DateColumn() day: string;
  @IntColumn() people: number;
  @EnumColumn('company_year_place', 'state', YEAR_PLACE_STATES) state: YearPlaceState;
  /** Whether a worker decided it: later runs leave it as it is. */
  @FlagColumn() decided: boolean;
  /** Which of the company's wishes, from 1; 0: none. */
  @IntColumn() wishRank: number;
  /** Points that the engine gave it. */
  @OptionalIntColumn() value: number | null;
  @OptionalInstantColumn() toldAt: string | null;
  @OptionalRefColumn() toldBy: string | null;
  @OptionalInstantColumn() answeredAt: string | null;
  @OptionalRefColumn() answeredBy: string | null;
  /** Why the company cannot come. */
  @OptionalLongTextColumn() reasonSealed: string | null;
  /** What it became where the day had an activity with places. */
  @OptionalLinkColumn('company_year_place', 'bookingId', 'team_booking') bookingId: string | null;
  /** Where it had none: what both sides want, and when each said yes to it. */
  @OptionalTextColumn(300) designTaskGoal: string | null;
  @OptionalTextColumn(300) designProcessGoal: string | null;
  @OptionalTextColumn(500) designChildrenPart: string | null;
  @OptionalInstantColumn() teamYesAt: string | null;
  @OptionalRefColumn() teamYesBy: string | null;
  @OptionalInstantColumn() deskYesAt: string | null;
  @OptionalRefColumn() deskYesBy: string | null;
  /** The draft that came of it. */
  @OptionalLinkColumn('company_year_place', 'activityId', 'activity') activityId: string | null;
  @IntColumn() version: number;
  @InstantColumn() createdAt: string;
}

/** Whether a company goes on after a year; the latest row counts, none is ever changed. */
@Entity('company_year_renewal')
@Index('ix_company_year_renewal_year', ['yearId', 'teamId', 'saidAt'])
export class CompanyYearRenewal {
  @IdColumn() id: string;
  @LinkColumn('company_year_renewal', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('company_year_renewal', 'yearId', 'company_year') yearId: string;
  @LinkColumn('company_year_renewal', 'teamId', 'volunteer_team') teamId: string;
  @EnumColumn('company_year_renewal', 'answer', YEAR_RENEWALS) answer: YearRenewal;
  @OptionalLongTextColumn() reasonSealed: string | null;
  @RefColumn() saidBy: string;
  @InstantColumn() saidAt: string;
}

/** Each thing that a team's coordinators were told of a year; the key lets it happen once, whoever works at the same time. */
@Entity('company_year_message')
@Index('ux_company_year_message', ['yearId', 'teamId', 'what', 'matter'], { unique: true })
@Index('ix_company_year_message_agency', ['agencyId'])
export class CompanyYearMessage {
  @IdColumn() id: string;
  @LinkColumn('company_year_message', 'agencyId', 'agency') agencyId: string;
  @LinkColumn('company_year_message', 'yearId', 'company_year') yearId: string;
  @LinkColumn('company_year_message', 'teamId', 'volunteer_team') teamId: string;
  @EnumColumn('company_year_message', 'what', YEAR_MESSAGES) what: YearMessage;
  /** Which of several: the closing date, the line, the instant of the telling; empty where there is one. */
  @TextColumn(40) matter: string;
  @InstantColumn() saidAt: string;
}
