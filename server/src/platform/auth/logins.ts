import { In, IsNull } from 'typeorm';
import type { LoginId } from '@tongxing/shared/kernel';
import type { Clock, Ids } from '../clock/index.js';
import { PLATFORM_SCOPE, type Cipher } from '../crypto/index.js';
import type { Database } from '../database/index.js';
import { normaliseIdentifier } from './identifier.js';
import { Login } from './login.entity.js';
import { passwordMatches } from './passwords.js';

export type Locale = 'zh-CN' | 'en';

export interface Contact {
  /** Normalised e-mail address or phone number. */
  readonly identifier: string;
  readonly locale: Locale;
}

const INDEX = 'login.identifier';
const identifierPlace = (id: string) => `login.identifier.${id}`;

/** Accounts: made, found and checked by phone number or e-mail. */
export class Logins {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Makes an account inside the caller's unit of work. `identifier` must be normalised; a taken one violates a key. */
  async create(identifier: string, passwordHash: string, locale: Locale): Promise<LoginId> {
    const id = this.ids.next<LoginId>();
    await this.cipher.ensureKeys(PLATFORM_SCOPE, [id]);
    await this.database.repository(Login).insert({
      id,
      ...this.#sealed(id, identifier),
      passwordHash,
      locale,
      createdAt: this.clock.nowIso(),
      factorAskedAt: null,
    });
    return id;
  }

  async find(id: LoginId): Promise<Login | null> {
    return this.database.repository(Login).findOneBy({ id });
  }

  /** Where the holders of accounts are reached, and in which language; unknown ids are simply absent. */
  async contactsOf(ids: readonly LoginId[]): Promise<ReadonlyMap<LoginId, Contact>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.repository(Login).findBy({ id: In([...ids]) });
    await this.cipher.loadKeys(rows.map((row) => row.identifierSealed));
    const reachable = rows.filter((row) => !this.cipher.isErased(row.identifierSealed));
    return new Map(
      reachable.map((row) => {
        const identifier = this.#open(row);
        return [row.id as LoginId, { identifier, locale: row.locale as Locale }];
      }),
    );
  }

  /** Whose account it is and whether the password opens it; the same work whether or not it exists. */
  async check(rawIdentifier: string, password: string): Promise<{ login: Login | undefined; matches: boolean }> {
    const login = await this.byIdentifier(normaliseIdentifier(rawIdentifier) ?? 'nobody');
    return { login: login ?? undefined, matches: await passwordMatches(login?.passwordHash, password) };
  }

  /** The account of a normalised phone number or e-mail address. */
  async byIdentifier(identifier: string): Promise<Login | null> {
    return this.byIndex(this.indexOf(identifier));
  }

  async byIndex(identifierIndex: string): Promise<Login | null> {
    return this.database.repository(Login).findOneBy({ identifierIndex });
  }

  /** What stands in a row instead of a normalised identifier, so that it is found again and not told. */
  indexOf(identifier: string): string {
    return this.cipher.blindIndex(INDEX, identifier);
  }

  async identifierOf(login: Login): Promise<string> {
    await this.cipher.loadKeys([login.identifierSealed]);
    return this.#open(login);
  }

  /** Inside a unit of work; a taken identifier violates a key. */
  async setIdentifier(id: LoginId, identifier: string): Promise<void> {
    await this.cipher.ensureKeys(PLATFORM_SCOPE, [id]);
    await this.database.repository(Login).update({ id }, this.#sealed(id, identifier));
  }

  /** When it was first asked for a second factor: now, where it never was. Inside a unit of work. */
  async askForFactor(id: LoginId): Promise<string> {
    const logins = this.database.repository(Login);
    await logins.update({ id, factorAskedAt: IsNull() }, { factorAskedAt: this.clock.nowIso() });
    return (await logins.findOneByOrFail({ id })).factorAskedAt ?? this.clock.nowIso();
  }

  async setPassword(id: LoginId, passwordHash: string): Promise<void> {
    await this.database.repository(Login).update({ id }, { passwordHash });
  }

  async setLocale(id: LoginId, locale: Locale): Promise<void> {
    await this.database.repository(Login).update({ id }, { locale });
  }

  #sealed(id: string, identifier: string): Pick<Login, 'identifierIndex' | 'identifierSealed'> {
    return {
      identifierIndex: this.indexOf(identifier),
      identifierSealed: this.cipher.sealFor(id, identifier, identifierPlace(id)),
    };
  }

  #open(login: Login): string {
    return this.cipher.open(login.identifierSealed, identifierPlace(login.id));
  }
}
