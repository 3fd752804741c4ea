// Signing in by passport's local strategy, throttled by account and by address.
import passport from 'passport';
import { Strategy } from 'passport-local';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { Login } from './login.entity.js';
import type { Logins } from './logins.js';

const WINDOW_SECONDS = 15 * 60;
const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 60;

export type SignInError =
  { readonly code: 'SIGN_IN_FAILED' } | { readonly code: 'TOO_MANY_ATTEMPTS'; readonly retryAfterSeconds: number };

export class SignIn {
  readonly #passport = new passport.Passport();
  readonly #byAccount = new RateLimiterMemory({ points: TRIES_PER_ACCOUNT, duration: WINDOW_SECONDS });
  readonly #byAddress = new RateLimiterMemory({ points: TRIES_PER_ADDRESS, duration: WINDOW_SECONDS });

  constructor(logins: Logins) {
    this.#passport.use(
      new Strategy({ usernameField: 'identifier', session: false }, (identifier, password, done) => {
        logins.check(identifier, password).then(
          (login) => done(null, login ?? false),
          (error: unknown) => done(error),
        );
      }),
    );
  }

  /** The account, or why not. An unknown account and a wrong password give the same answer. */
  async attempt(identifier: string, password: string, address: string): Promise<Result<Login, SignInError>> {
    const account = identifier.normalize('NFKC').trim().toLowerCase();
    const wait = await this.#throttle(account, address);
    if (wait > 0) return err({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: wait });
    const login = await this.#authenticate(identifier, password);
    if (!login) return err({ code: 'SIGN_IN_FAILED' });
    await this.#byAccount.delete(account);
    return ok(login);
  }

  /** Seconds to wait, 0 where another try is free. */
  async #throttle(account: string, address: string): Promise<number> {
    try {
      await this.#byAccount.consume(account);
      await this.#byAddress.consume(address);
      return 0;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }

  #authenticate(identifier: string, password: string): Promise<Login | false> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, login?: Login | false | null) =>
        error
          ? reject(error instanceof Error ? error : new Error('passport failed', { cause: error }))
          : resolve(login || false);
      const authenticate = this.#passport.authenticate('local', { session: false }, answer) as (
        request: { body: Record<string, string> },
        response: object,
        next: (error: unknown) => void,
      ) => void;
      authenticate({ body: { identifier, password } }, {}, answer);
    });
  }
}
