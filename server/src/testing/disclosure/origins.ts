// Which table the ids of a type are of, and the word that stands before them.
import { fromGlobalId, toGlobalId } from '../../platform/graphql/index.js';
import type { AllRows } from './rows.js';

export interface Origin {
  /** The word before the colon of a global id. */
  readonly kind: string;
  readonly table: string;
}

export class Origins {
  readonly #learned = new Map<string, Origin>();

  /** `rows` as they stand when they are asked for: a test reads them again as it goes. */
  constructor(private readonly rows: () => AllRows) {}

  static globalId = toGlobalId;

  static kindOf(globalId: string): string {
    return Buffer.from(globalId, 'base64url').toString('utf8').split(':')[0] ?? '';
  }

  /** The row's id inside a global id of whichever type. */
  static rowId(globalId: unknown): string | undefined {
    return typeof globalId === 'string' ? fromGlobalId(Origins.kindOf(globalId), globalId) : undefined;
  }

  /** Remembers what an answer has shown: a volunteer's own view of a pair has the pair's id. */
  learn(type: string, globalId: unknown): void {
    const row = this.rows().get(Origins.rowId(globalId) ?? '');
    if (row && typeof globalId === 'string')
      this.#learned.set(type, { kind: Origins.kindOf(globalId), table: row.table });
  }

  /** Seen in an answer, told by name, or the entity of that name. */
  of(type: string): Origin | undefined {
    const known = NAMED.get(type) ?? this.#learned.get(type);
    const table = this.rows().tableOf(type);
    return known ?? (table === undefined ? undefined : { kind: type, table });
  }
}

/** Types that have the ids of a table with another name. */
const NAMED: ReadonlyMap<string, Origin> = new Map([
  ['DeadLetter', { kind: 'DeadLetter', table: 'job' }],
  ['Device', { kind: 'Session', table: 'session' }],
  ['Notice', { kind: 'Notice', table: 'notice' }],
  // By the name of the argument, where it says what the thing is to the operation rather than what it is.
  ['FileAccess', { kind: 'FileAccess', table: 'file_access' }],
  ['Actor', { kind: 'Person', table: 'person' }],
  ['Guardian', { kind: 'Person', table: 'person' }],
  ['Factor', { kind: 'Factor', table: 'totp_factor' }],
  ['DelegatePerson', { kind: 'Person', table: 'person' }],
  ['SupervisorPerson', { kind: 'Person', table: 'person' }],
  ['FromPerson', { kind: 'Person', table: 'person' }],
  ['ToPerson', { kind: 'Person', table: 'person' }],
  ['Adult', { kind: 'Person', table: 'person' }],
  ['HandTo', { kind: 'Person', table: 'person' }],
  ['ConsentPaper', { kind: 'StoredFile', table: 'stored_file' }],
  ['AgreementScan', { kind: 'StoredFile', table: 'stored_file' }],
  ['VolunteerPaper', { kind: 'StoredFile', table: 'stored_file' }],
  ['StaffPost', { kind: 'StaffPost', table: 'role_assignment' }],
  ['VolunteerFact', { kind: 'Training', table: 'training' }],
  ['Stop', { kind: 'WorkStop', table: 'work_stop' }],
  ['MyCredit', { kind: 'TrainingCredit', table: 'training_credit' }],
  ['MyTeamDay', { kind: 'RosterPlace', table: 'roster_place' }],
  ['Pack', { kind: 'TeamPack', table: 'team_pack' }],
  ['TeamPaperFile', { kind: 'StoredFile', table: 'stored_file' }],
  ['WaitingInterest', { kind: 'CompanionInterest', table: 'companion_interest' }],
  ['CompanyYearVisit', { kind: 'CompanyYearVisit', table: 'company_year_place' }],
  ['Thanks', { kind: 'ActivityChild', table: 'activity_child' }],
  ['RosterBooking', { kind: 'TeamBooking', table: 'team_booking' }],
  ['TrainingMeeting', { kind: 'TrainingMeeting', table: 'training_session' }],
  ['Subject', { kind: 'Child', table: 'child' }],
]);
