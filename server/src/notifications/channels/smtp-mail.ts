import { createTransport, type Transporter } from 'nodemailer';
import { JobRefused } from '../../platform/outbox/index.js';
import type { Mail } from '../message.js';
import { MailChannel, type AfterSending, type Delivery } from './channel.js';

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** A mail server did not take the mail this time. */
export class MailNotTaken extends Error {
  constructor(readonly code: string) {
    super('the mail server did not take the mail');
  }
}

/** Mail by SMTP. A repetition after a crash carries the same Message-ID, by which mailboxes drop it. */
export class SmtpMail extends MailChannel {
  readonly #transport: Transporter;
  readonly #host: string;

  constructor(
    smtpUrl: string,
    private readonly from: string,
    publicUrl: string,
  ) {
    super();
    this.#transport = createTransport(smtpUrl, { ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
    this.#host = new URL(publicUrl).hostname;
  }

  override async send(mail: Mail, { key }: Delivery): Promise<AfterSending> {
    try {
      await this.#transport.sendMail({
        from: this.from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${key}@${this.#host}>`,
        headers: headersOf(mail),
      });
      return undefined;
    } catch (error) {
      throw verdict(error);
    }
  }
}

/** Written by a machine: no holiday notes in return. What may be stopped is stopped by one click (RFC 8058). */
function headersOf({ unsubscribe }: Mail): Record<string, string> {
  const always = { 'Auto-Submitted': 'auto-generated' };
  if (unsubscribe === undefined) return always;
  const head = { ...always, 'List-Unsubscribe': `<${unsubscribe}>` };
  // One click needs https: a mailbox posts to nothing else.
  return unsubscribe.startsWith('https:') ? { ...head, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : head;
}

/** 5xx on the recipient is final; all else may pass. The server's own words may repeat the address, so they go no further. */
function verdict(error: unknown): Error {
  if (typeof error !== 'object' || error === null) return new MailNotTaken('SMTP_FAILED');
  const command = 'command' in error ? error.command : undefined;
  const response = 'responseCode' in error ? Number(error.responseCode) : 0;
  if (command === 'RCPT TO' && response >= 500) return new JobRefused('MAIL_ADDRESS_REFUSED');
  if (response >= 400) return new MailNotTaken(`SMTP_${response}`);
  return new MailNotTaken('SMTP_UNREACHABLE');
}
