import { JobRefused } from '../../platform/outbox/index.js';
import type { Sms } from '../message.js';
import { SmsChannel, type AfterSending, type Delivery } from './channel.js';

const PATIENCE_MS = 15_000;

/** The provider did not take the message this time. */
export class SmsNotTaken extends Error {
  constructor(readonly code: string) {
    super('the SMS provider did not take the message');
  }
}

/** SMS through a provider's HTTP address: POST { to, text } with a bearer token and an idempotency key. */
export class HttpSms extends SmsChannel {
  constructor(
    private readonly url: string,
    private readonly token: string | undefined,
  ) {
    super();
  }

  override async send(sms: Sms, { key, signal }: Delivery): Promise<AfterSending> {
    const status = await this.#post(sms, key, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]));
    if (status >= 200 && status < 300) return undefined;
    const mayPass = status >= 500 || status === 408 || status === 429 || status === 401 || status === 403;
    throw mayPass ? new SmsNotTaken(`SMS_${status}`) : new JobRefused(`SMS_${status}`);
  }

  async #post(sms: Sms, key: string, signal: AbortSignal): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
    };
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers,
        body: JSON.stringify(sms),
        signal,
        redirect: 'error',
      });
      await response.body?.cancel();
      return response.status;
    } catch {
      throw new SmsNotTaken('SMS_UNREACHABLE');
    }
  }
}
