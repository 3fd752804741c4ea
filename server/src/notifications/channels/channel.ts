import type { Mail, Sms } from '../message.js';

/** Written in the same unit of work that marks the message as sent; undefined where there is nothing to write. */
export type AfterSending = (() => Promise<void>) | undefined;

export interface Delivery {
  /** The same on every attempt, so that a provider or a mailbox can tell a repetition. */
  readonly key: string;
  readonly agencyId: string;
  /** Whose message it is; undefined for messages from before data keys. */
  readonly subject?: string | undefined;
  readonly signal: AbortSignal;
}

/** One way to reach people outside of the platform. Throws `JobRefused` where trying again is in vain. */
export abstract class MailChannel {
  abstract send(mail: Mail, delivery: Delivery): Promise<AfterSending>;
}

export abstract class SmsChannel {
  abstract send(sms: Sms, delivery: Delivery): Promise<AfterSending>;
}
