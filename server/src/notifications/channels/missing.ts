// A production platform without a provider: nothing is pretended, the operator finds the message among the dead letters.
import { JobRefused } from '../../platform/outbox/index.js';
import { MailChannel, SmsChannel, type AfterSending } from './channel.js';

export class MissingMail extends MailChannel {
  override send(): Promise<AfterSending> {
    return Promise.reject(new JobRefused('SMTP_URL_MISSING'));
  }
}

export class MissingSms extends SmsChannel {
  override send(): Promise<AfterSending> {
    return Promise.reject(new JobRefused('SMS_URL_MISSING'));
  }
}
