import { Module, type OnModuleInit, type Provider } from '@nestjs/common';
import { Clock, Ids } from '../platform/clock/index.js';
import { CONFIG, type Config } from '../platform/config/index.js';
import { Cipher } from '../platform/crypto/index.js';
import { AgreementSubscriptions } from './agreement-subscriptions.js';
import { TeamNotices } from './team-notices.js';
import { ApplicationNotices } from './application-notices.js';
import { AccountSubscriptions } from './account-subscriptions.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { JobUpkeep } from '../platform/outbox/index.js';
import { ApplicationsModule } from '../applications/index.js';
import { ProgressModule } from '../progress/index.js';
import { RightsModule } from '../rights/index.js';
import { SharingModule } from '../sharing/index.js';
import { NoticesResolver, ViewerNoticesResolver } from './api/notices.resolver.js';
import { CaughtMail, CaughtSms, Catcher } from './channels/catcher.js';
import { MailChannel, SmsChannel } from './channels/channel.js';
import { HttpSms } from './channels/http-sms.js';
import { MissingMail, MissingSms } from './channels/missing.js';
import { SmtpMail } from './channels/smtp-mail.js';
import { Digests } from './digests.js';
import { InboxController } from './inbox/inbox.controller.js';
import { BackupNotices } from './backup-notices.js';
import { MessageGate } from './message-gate.js';
import { Notices } from './notices.js';
import { NoticesPersonalData } from './notices-personal-data.js';
import { Notifier } from './notifier.js';
import { MessageChoicesResolver } from './preferences/api/message-choices.resolver.js';
import { Preferences } from './preferences/preferences.js';
import { Recipients } from './recipients.js';
import { ReminderSubscriptions } from './reminder-subscriptions.js';
import { SeatSubscriptions } from './seat-subscriptions.js';
import { RightsNotices } from './rights-notices.js';
import { Subscriptions } from './subscriptions.js';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller.js';
import { UnsubscribeLinks } from './unsubscribe/unsubscribe-links.js';

const CHANNELS: Provider[] = [
  {
    provide: Catcher,
    useFactory: (database: Database, work: UnitOfWork, cipher: Cipher, clock: Clock, ids: Ids) =>
      new Catcher(database, work, cipher, clock, ids),
    inject: [Database, UnitOfWork, Cipher, Clock, Ids],
  },
  { provide: MailChannel, useFactory: mailChannel, inject: [CONFIG, Catcher] },
  { provide: SmsChannel, useFactory: smsChannel, inject: [CONFIG, Catcher] },
];

function mailChannel({ smtpUrl, mailFrom, publicUrl, production }: Config, catcher: Catcher): MailChannel {
  if (smtpUrl !== undefined) return new SmtpMail(smtpUrl, mailFrom, publicUrl);
  return production ? new MissingMail() : new CaughtMail(catcher);
}

function smsChannel({ sms, production }: Config, catcher: Catcher): SmsChannel {
  if (sms !== undefined) return new HttpSms(sms.url, sms.token);
  return production ? new MissingSms() : new CaughtSms(catcher);
}

/** Subscribes to what happens and tells people; nobody imports it. */
@Module({
  imports: [ApplicationsModule, ProgressModule, RightsModule, SharingModule],
  controllers: [InboxController, UnsubscribeController],
  providers: [
    ...CHANNELS,
    AccountSubscriptions,
    AgreementSubscriptions,
    ApplicationNotices,
    TeamNotices,
    Digests,
    MessageChoicesResolver,
    MessageGate,
    Notices,
    NoticesPersonalData,
    Notifier,
    BackupNotices,
    Preferences,
    Recipients,
    ReminderSubscriptions,
    SeatSubscriptions,
    RightsNotices,
    Subscriptions,
    UnsubscribeLinks,
    NoticesResolver,
    ViewerNoticesResolver,
  ],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly upkeep: JobUpkeep,
    private readonly catcher: Catcher,
  ) {}

  onModuleInit(): void {
    this.upkeep.also('inbox', () => this.catcher.purge());
  }
}
