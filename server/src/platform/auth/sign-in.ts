// Whether identifier and password belong together, by passport's local strategy, throttled by account and by address.
import passport from 'passport';
import { Strategy } from 'passport-local';
import { err, ok, type LoginId, type Result } from '@tongxing/shared/kernel';
import { normaliseIdentifier } from './identifier.js';
import type { Login } from './login.entity.js';
import type { Logins } from './logins.js';
import type { Throttled, Throttles } from './throttles.js';

/** Why not. `loginId` is for the audit alone: an unknown account and a wrong password give the same answer. */
export type AttemptError =
  | { readonly code: 'SIGN_IN_FAILED'; readonly reason: 'UNKNOWN' | 'PASSWORD'; readonly loginId: LoginId | undefined }
  | Throttled;

interface Checked {
  readonly login: Login | undefined;
  readonly matches: boolean;
}

export class SignIn {
  readonly #passport = new passport.Passport();

  constructor(
    logins: Logins,
    private readonly throttles: Throttles,
  ) {
    this.#passport.use(
      new Strategy({ usernameField: 'identifier', session: false }, (identifier, password, done) => {
        logins.check(identifier, password).then(
          (checked) => done(null, checked),
          (error: unknown) => done(error),
        );
      }),
    );
  }

  /** The account, or why not. */
  async attempt(identifier: string, password: string, address: string): Promise<Result<Login, AttemptError>> {
    const throttled = await this.throttles.take('sign-in', accountOf(identifier), address);
    if (throttled) return err(throttled);
    const { login, matches } = await this.#authenticate(identifier, password);
    if (!login || !matches) {
      const reason = login ? 'PASSWORD' : 'UNKNOWN';
      return err({ code: 'SIGN_IN_FAILED', reason, loginId: login?.id as LoginId | undefined });
    }
    return ok(login);
  }

  /** Forgets the tries of an account whose owner got in; a right password that opens nothing counts like a wrong one. */
  forgive(identifier: string): Promise<void> {
    return this.throttles.forgive('sign-in', accountOf(identifier));
  }

  #authenticate(identifier: string, password: string): Promise<Checked> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, checked?: Checked | false | null) =>
        error
          ? reject(error instanceof Error ? error : new Error('passport failed', { cause: error }))
          : resolve(checked || { login: undefined, matches: false });
      const authenticate = this.#passport.authenticate('local', { session: false }, answer) as (
        request: { body: Record<string, string> },
        response: object,
        next: (error: unknown) => void,
      ) => void;
      authenticate({ body: { identifier, password } }, {}, answer);
    });
  }
}

/** One way of writing a number: spaces and country codes buy no further tries. */
const accountOf = (identifier: string): string =>
  normaliseIdentifier(identifier) ?? identifier.normalize('NFKC').trim().toLowerCase();
