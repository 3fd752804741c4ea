// The composition root: which modules stand on the platform.
import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { LoginId, PersonId } from '@tongxing/shared/kernel';
import { ROSTER_ENTITIES, RostersModule } from './rosters/index.js';
import { HOLIDAY_ENTITIES, HolidaysModule } from './holidays/index.js';
import { TEAM_ENTITIES, TeamsModule } from './teams/index.js';
import { PACK_ENTITIES, PacksModule } from './packs/index.js';
import { ACTIVITY_ENTITIES, ActivitiesModule } from './activities/index.js';
import { AGREEMENTS_ENTITIES } from './agreements/index.js';
import { APPLICATION_ENTITIES, ApplicationsModule } from './applications/index.js';
import { ATTENDANCE_ENTITIES, AttendanceModule } from './attendance/index.js';
import { CALENDAR_ENTITIES, CalendarModule } from './calendar/index.js';
import { CHILDREN_ENTITIES, ChildrenModule } from './children/index.js';
import { DOCUMENT_ENTITIES, PaperFilesModule } from './documents/index.js';
import { GIVING_ENTITIES, GivingModule } from './giving/index.js';
import { LEARNING_ENTITIES, LearningModule } from './learning/index.js';
import { HELPING_ENTITIES, HelpingModule } from './helping/index.js';
import { IMPORTS_ENTITIES, ImportsModule } from './imports/index.js';
import { DISCLOSURE_ENTITIES, DisclosureModule, GuardianLinks } from './disclosure/index.js';
import { INSIGHT_ENTITIES, InsightModule } from './insight/index.js';
import { MATCHING_ENTITIES, MatchingModule } from './matching/index.js';
import { NOTIFICATION_ENTITIES, NotificationsModule } from './notifications/index.js';
import { Actors, PEOPLE_ENTITIES, PeopleModule } from './people/index.js';
import { PROGRAMME_ENTITIES, ProgrammesModule } from './programmes/index.js';
import type { Actor } from './platform/access/index.js';
import { AuditEvent, AuditHead } from './platform/audit-trail/index.js';
import { ActorDirectory, Login, Session, Throttle } from './platform/auth/index.js';
import type { Clock } from './platform/clock/index.js';
import { DemoAccounts, type Config } from './platform/config/index.js';
import type { EntityClass, Turns } from './platform/database/index.js';
import { FilesModule } from './platform/files/index.js';
import { graphqlModule } from './platform/graphql/graphql.module.js';
import { ObservabilityModule } from './platform/observability/observability.module.js';
import { BackupModule } from './platform/backup/backup.module.js';
import { BackupRun } from './platform/backup/backup-run.entity.js';
import { KeyExport } from './platform/custody/key-export.entity.js';
import { DataVersion } from './platform/database/index.js';
import { Job } from './platform/outbox/index.js';
import { OutboxModule } from './platform/outbox/outbox.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { PROGRESS_ENTITIES, ProgressModule } from './progress/index.js';
import { SHARING_ENTITIES, SharingModule } from './sharing/index.js';
import { REMINDER_ENTITIES, RemindersModule } from './reminders/index.js';
import { RIGHTS_ENTITIES, RightsModule } from './rights/index.js';
import { SAFEGUARDING_ENTITIES, SafeguardingModule } from './safeguarding/index.js';
import { SCREENING_ENTITIES } from './screening/index.js';
import { SIGNING_ENTITIES, SigningModule } from './signing/index.js';
import { SSO_ENTITIES, SsoModule } from './sso/index.js';
import { SUPERVISION_ENTITIES, SupervisionModule } from './supervision/index.js';
import { COMPANY_YEAR_ENTITIES, CompanyYearModule } from './company-year/index.js';
import { STAFFING_ENTITIES, StaffingModule } from './staffing/index.js';
import { TRAINING_ENTITIES } from './training/index.js';
import { DemoLogins } from './demo/demo-logins.js';
import { DemoModule } from './demo/demo.module.js';

/** Every table, for the data source and for the drift check. */
export const ENTITIES: readonly EntityClass[] = [
  Login,
  Session,
  Throttle,
  AuditEvent,
  AuditHead,
  Job,
  BackupRun,
  DataVersion,
  KeyExport,
  ...CALENDAR_ENTITIES,
  ...SSO_ENTITIES,
  ...NOTIFICATION_ENTITIES,
  ...PEOPLE_ENTITIES,
  ...TRAINING_ENTITIES,
  ...AGREEMENTS_ENTITIES,
  ...SCREENING_ENTITIES,
  ...APPLICATION_ENTITIES,
  ...CHILDREN_ENTITIES,
  ...GIVING_ENTITIES,
  ...LEARNING_ENTITIES,
  ...IMPORTS_ENTITIES,
  ...MATCHING_ENTITIES,
  ...DISCLOSURE_ENTITIES,
  ...DOCUMENT_ENTITIES,
  ...INSIGHT_ENTITIES,
  ...PROGRAMME_ENTITIES,
  ...PROGRESS_ENTITIES,
  ...SHARING_ENTITIES,
  ...SAFEGUARDING_ENTITIES,
  ...RIGHTS_ENTITIES,
  ...REMINDER_ENTITIES,
  ...SUPERVISION_ENTITIES,
  ...HELPING_ENTITIES,
  ...SIGNING_ENTITIES,
  ...ACTIVITY_ENTITIES,
  ...ROSTER_ENTITIES,
  ...TEAM_ENTITIES,
  ...HOLIDAY_ENTITIES,
  ...PACK_ENTITIES,
  ...ATTENDANCE_ENTITIES,
  ...STAFFING_ENTITIES,
  ...COMPANY_YEAR_ENTITIES,
];

/** Puts a person or a guardian behind a session. */
class AppDirectory extends ActorDirectory {
  constructor(
    private readonly actors: Actors,
    private readonly links: GuardianLinks,
  ) {
    super();
  }

  override personActor(loginId: LoginId, sessionId: string, personId?: PersonId): Promise<Actor | undefined> {
    return this.actors.ofLogin(loginId, sessionId, personId);
  }

  override guardianActor(linkId: string, sessionId: string): Promise<Actor | undefined> {
    return this.links.actor(linkId, sessionId);
  }
}

@Global()
@Module({
  imports: [DisclosureModule],
  providers: [
    {
      provide: ActorDirectory,
      useFactory: (actors: Actors, links: GuardianLinks) => new AppDirectory(actors, links),
      inject: [Actors, GuardianLinks],
    },
    { provide: DemoAccounts, useClass: DemoLogins },
  ],
  exports: [ActorDirectory, DemoAccounts],
})
class CompositionModule {}

@Module({})
export class AppModule {
  static with(config: Config, clock: Clock, turns?: Turns): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ config, clock, entities: ENTITIES, turns }),
        ObservabilityModule,
        OutboxModule,
        BackupModule,
        FilesModule,
        CompositionModule,
        graphqlModule(),
        PeopleModule,
        CalendarModule,
        SsoModule,
        RemindersModule,
        HelpingModule,
        ApplicationsModule,
        ChildrenModule,
        ImportsModule,
        MatchingModule,
        ProgrammesModule,
        SafeguardingModule,
        SigningModule,
        SupervisionModule,
        GivingModule,
        LearningModule,
        ProgressModule,
        SharingModule,
        RightsModule,
        InsightModule,
        NotificationsModule,
        ActivitiesModule,
        RostersModule,
        TeamsModule,
        HolidaysModule,
        PacksModule,
        AttendanceModule,
        StaffingModule,
        CompanyYearModule,
        DemoModule,
        PaperFilesModule,
      ],
    };
  }
}
