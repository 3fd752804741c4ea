// Every migration in its order. A new one is added at the end and never changed once it has landed.
import { CompanyOfASignIn1764000000097 } from './1764000000097-company-of-a-sign-in.js';
import { BesideAdults1764000000105 } from './1764000000105-beside-adults.js';
import { Covers1764000000112 } from './1764000000112-covers.js';
import { TrainingCredit1764000000094 } from './1764000000094-training-credit.js';
import { LessonsAgain1764000000079 } from './1764000000079-lessons-again.js';
import { NextSteps1764000000080 } from './1764000000080-next-steps.js';
import { Teams1764000000085 } from './1764000000085-teams.js';
import { Rosters1764000000087 } from './1764000000087-rosters.js';
import { Activities1764000000075 } from './1764000000075-activities.js';
import { Attendance1764000000091 } from './1764000000091-attendance.js';
import { AfterTeamDays1764000000101 } from './1764000000101-after-team-days.js';
import { TeamPapers1764000000115 } from './1764000000115-team-papers.js';
import { TeamPacks1764000000100 } from './1764000000100-team-packs.js';
import type { MigrationClass } from '../database.js';
import { AgencyClocks1764000000073 } from './1764000000073-agency-clocks.js';
import { ApplicationAsks1764000000063 } from './1764000000063-application-asks.js';
import { Applications1764000000062 } from './1764000000062-applications.js';
import { Accounts1764000000006 } from './1764000000006-accounts.js';
import { Backups1764000000012 } from './1764000000012-backups.js';
import { CalendarFeeds1764000000083 } from './1764000000083-calendar-feeds.js';
import { CompanySignIns1764000000093 } from './1764000000093-company-sign-ins.js';
import { Concerns1764000000037 } from './1764000000037-concerns.js';
import { ConcernSteps1764000000042 } from './1764000000042-concern-steps.js';
import { HandingOn1764000000076 } from './1764000000076-handing-on.js';
import { Helpers1764000000071 } from './1764000000071-helpers.js';
import { Reminders1764000000070 } from './1764000000070-reminders.js';
import { MessagePreferences1764000000072 } from './1764000000072-message-preferences.js';
import { CourseProgress1764000000061 } from './1764000000061-course-progress.js';
import { DataVersions1764000000052 } from './1764000000052-data-versions.js';
import { NewestCompanionships1764000000053 } from './1764000000053-newest-companionships.js';
import { DutyAndIncidents1764000000048 } from './1764000000048-duty-and-incidents.js';
import { FamilyCards1764000000038 } from './1764000000038-family-cards.js';
import { EndedByStops1764000000041 } from './1764000000041-ended-by-stops.js';
import { Exemptions1764000000047 } from './1764000000047-exemptions.js';
import { Erasure1764000000008 } from './1764000000008-erasure.js';
import { Factors1764000000010 } from './1764000000010-factors.js';
import { Families1764000000031 } from './1764000000031-families.js';
import { ConsentAsking1764000000044 } from './1764000000044-consent-asking.js';
import { ConsentLedger1764000000043 } from './1764000000043-consent-ledger.js';
import { FileAccess1764000000009 } from './1764000000009-file-access.js';
import { Foundation1764000000001 } from './1764000000001-foundation.js';
import { Imports1764000000004 } from './1764000000004-imports.js';
import { KeyExports1764000000023 } from './1764000000023-key-exports.js';
import { Lists1764000000035 } from './1764000000035-lists.js';
import { MatchBoards1764000000036 } from './1764000000036-match-boards.js';
import { Matching1764000000005 } from './1764000000005-matching.js';
import { NameTokens1764000000025 } from './1764000000025-name-tokens.js';
import { OpenedLinks1764000000034 } from './1764000000034-opened-links.js';
import { OfficesOfRosters1764000000017 } from './1764000000017-offices-of-rosters.js';
import { Offices1764000000007 } from './1764000000007-offices.js';
import { WorkStops1764000000011 } from './1764000000011-work-stops.js';
import { PeopleAndProgrammes1764000000032 } from './1764000000032-people-and-programmes.js';
import { Rosters1764000000003 } from './1764000000003-rosters.js';
import { SealedFileNames1764000000027 } from './1764000000027-sealed-file-names.js';
import { StoredFiles1764000000021 } from './1764000000021-stored-files.js';
import { Outbox1764000000002 } from './1764000000002-outbox.js';
import { UndoneImports1764000000030 } from './1764000000030-undone-imports.js';
import { GuardianCodes1764000000039 } from './1764000000039-guardian-codes.js';
import { VolunteersAndLists1764000000040 } from './1764000000040-volunteers-and-lists.js';
import { IdNumbersAndRosters1764000000033 } from './1764000000033-id-numbers-and-rosters.js';
import { Sponsorships1764000000045 } from './1764000000045-sponsorships.js';
import { PapersGivenBack1764000000095 } from './1764000000095-papers-given-back.js';
import { ProgressCards1764000000046 } from './1764000000046-progress-cards.js';
import { Emails1764000000051 } from './1764000000051-emails.js';
import { Breaches1764000000050 } from './1764000000050-breaches.js';
import { ConcernTies1764000000060 } from './1764000000060-concern-ties.js';
import { ComplianceEvidence1764000000059 } from './1764000000059-compliance-evidence.js';
import { ReleaseChecks1764000000058 } from './1764000000058-release-checks.js';
import { CardPapers1764000000057 } from './1764000000057-card-papers.js';
import { ConsentGivers1764000000055 } from './1764000000055-consent-givers.js';
import { ChildShares1764000000056 } from './1764000000056-child-shares.js';
import { Supervision1764000000067 } from './1764000000067-supervision.js';
import { WhoSupervises1764000000068 } from './1764000000068-who-supervises.js';
import { AgreementScans1764000000082 } from './1764000000082-agreement-scans.js';
import { Agreements1764000000064 } from './1764000000064-agreements.js';
import { AgreementLinks1764000000065 } from './1764000000065-agreement-links.js';
import { Rights1764000000049 } from './1764000000049-rights.js';
import { Courses1764000000077 } from './1764000000077-courses.js';
import { Staffing1764000000089 } from './1764000000089-staffing.js';
import { RosterInvites1764000000098 } from './1764000000098-roster-invites.js';
import { ActivityMovings1764000000110 } from './1764000000110-activity-movings.js';
import { Holidays1764000000109 } from './1764000000109-holidays.js';
import { ImportedPlans1764000000114 } from './1764000000114-imported-plans.js';
import { CompanyYearMessages1764000000108 } from './1764000000108-company-year-messages.js';
import { CompanyYears1764000000104 } from './1764000000104-company-years.js';
import { ActivitySeries1764000000113 } from './1764000000113-activity-series.js';
import { ChildWords1764000000111 } from './1764000000111-child-words.js';

export const MIGRATIONS: readonly MigrationClass[] = [
  Foundation1764000000001,
  Outbox1764000000002,
  Rosters1764000000003,
  Imports1764000000004,
  Matching1764000000005,
  Accounts1764000000006,
  Offices1764000000007,
  Erasure1764000000008,
  OfficesOfRosters1764000000017,
  WorkStops1764000000011,
  Backups1764000000012,
  FileAccess1764000000009,
  KeyExports1764000000023,
  StoredFiles1764000000021,
  Factors1764000000010,
  NameTokens1764000000025,
  UndoneImports1764000000030,
  SealedFileNames1764000000027,
  Families1764000000031,
  OpenedLinks1764000000034,
  IdNumbersAndRosters1764000000033,
  PeopleAndProgrammes1764000000032,
  Lists1764000000035,
  GuardianCodes1764000000039,
  MatchBoards1764000000036,
  Concerns1764000000037,
  FamilyCards1764000000038,
  ConsentLedger1764000000043,
  EndedByStops1764000000041,
  Sponsorships1764000000045,
  ProgressCards1764000000046,
  ConcernSteps1764000000042,
  Exemptions1764000000047,
  ConsentAsking1764000000044,
  VolunteersAndLists1764000000040,
  DutyAndIncidents1764000000048,
  Rights1764000000049,
  Breaches1764000000050,
  ComplianceEvidence1764000000059,
  CardPapers1764000000057,
  ReleaseChecks1764000000058,
  ConsentGivers1764000000055,
  Emails1764000000051,
  ChildShares1764000000056,
  ConcernTies1764000000060,
  CourseProgress1764000000061,
  Reminders1764000000070,
  DataVersions1764000000052,
  NewestCompanionships1764000000053,
  Supervision1764000000067,
  WhoSupervises1764000000068,
  Helpers1764000000071,
  Applications1764000000062,
  ApplicationAsks1764000000063,
  AgencyClocks1764000000073,
  MessagePreferences1764000000072,
  Agreements1764000000064,
  AgreementLinks1764000000065,
  Courses1764000000077,
  CalendarFeeds1764000000083,
  NextSteps1764000000080,
  Activities1764000000075,
  Teams1764000000085,
  LessonsAgain1764000000079,
  HandingOn1764000000076,
  Attendance1764000000091,
  CompanySignIns1764000000093,
  AgreementScans1764000000082,
  Rosters1764000000087,
  TrainingCredit1764000000094,
  Staffing1764000000089,
  RosterInvites1764000000098,
  Holidays1764000000109,
  TeamPacks1764000000100,
  Covers1764000000112,
  ImportedPlans1764000000114,
  CompanyYears1764000000104,
  ChildWords1764000000111,
  AfterTeamDays1764000000101,
  CompanyOfASignIn1764000000097,
  ActivitySeries1764000000113,
  CompanyYearMessages1764000000108,
  ActivityMovings1764000000110,
  TeamPapers1764000000115,
  PapersGivenBack1764000000095,
  BesideAdults1764000000105,
];
