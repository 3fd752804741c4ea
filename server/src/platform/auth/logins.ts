import { In } from 'typeorm';
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
      identifierIndex: this.cipher.blindIndex(INDEX, identifier),
      identifierSealed: this.cipher.sealFor(id, identifier, `login.identifier.${id}`),
      passwordHash,
      locale,
      createdAt: this.clock.nowIso(),
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
        const identifier = this.cipher.open(row.identifierSealed, `login.identifier.${row.id}`);
        return [row.id as LoginId, { identifier, locale: row.locale as Locale }];
      }),
    );
  }

  /** The account that identifier and password open, or undefined; the same work whether or not it exists. */
  async check(rawIdentifier: string, password: string): Promise<Login | undefined> {
    const identifier = normaliseIdentifier(rawIdentifier) ?? 'nobody';
    const identifierIndex = this.cipher.blindIndex(INDEX, identifier);
    const login = await this.database.repository(Login).findOneBy({ identifierIndex });
    return (await passwordMatches(login?.passwordHash, password)) && login ? login : undefined;
  }

  async setPassword(id: LoginId, passwordHash: string): Promise<void> {
    await this.database.repository(Login).update({ id }, { passwordHash });
  }

  async setLocale(id: LoginId, locale: Locale): Promise<void> {
    await this.database.repository(Login).update({ id }, { locale });
  }
}
