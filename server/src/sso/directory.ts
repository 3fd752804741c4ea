// A company's directory as a peer: OpenID Connect by authorization code with PKCE, state and nonce (RFC 9700), by a library.
import { Inject, Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ServerMetadata,
} from 'openid-client';
import { CONFIG, type Config } from '../platform/config/index.js';
import { Log } from '../platform/observability/index.js';

const TIMEOUT_SECONDS = 5;
/** What a directory says of itself changes seldom; keys that it signs with are looked up by the library. */
const KEPT_MS = 600_000;

export interface Client {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}
/** What has to come back with the answer; known to the one browser that asked. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Heard {
  readonly subject: string;
  /** Empty where it was not asked for, or not told. */
  readonly name: string;
}
const LONGEST_NAME = 60;

@Injectable()
export class Directory {
  readonly #known = new Map<string, { readonly about: ServerMetadata; readonly at: number }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Where the directory sends people back to. */
  get redirectUri(): string {
    return `${this.config.publicUrl}/sso/callback`;
  }

  /** Whether an address may be asked at all: encrypted, but for a directory beside a development server. */
  mayAsk(issuer: string): boolean {
    if (!URL.canParse(issuer)) return false;
    const { protocol, search, hash } = new URL(issuer);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && !this.config.production);
    return isSafe && search === '' && hash === '';
  }

  /** Asks the directory who it is. Rejects where nobody answers there as this issuer. */
  async introduce({ issuer, clientId }: Omit<Client, 'clientSecret'>): Promise<void> {
    await this.#discover(issuer, clientId);
  }

  /** The address of the directory's own sign-in page, and what to keep until it answers. */
  async ask(client: Client, withName = false): Promise<{ readonly url: string; readonly checks: Checks }> {
    const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(await this.#clientOf(client), {
      redirect_uri: this.redirectUri,
      // Who it is, and nothing else: no address, no mail; the name only of whoever is about to write it down.
      scope: withName ? 'openid profile' : 'openid',
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, checks };
  }

  /**
   * Whom the directory means, by its own id for them, and their name where it was asked for and told. Rejects for any answer
   * that is not the one that was asked for.
   */
  async hear(client: Client, search: string, checks: Checks, withName = false): Promise<Heard> {
    const { state: expectedState, nonce: expectedNonce, verifier: pkceCodeVerifier } = checks;
    const answer = new URL(`${this.redirectUri}${search}`);
    const all = { expectedState, expectedNonce, pkceCodeVerifier, idTokenExpected: true };
    const configuration = await this.#clientOf(client);
    const tokens = await authorizationCodeGrant(configuration, answer, all);
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('the directory named nobody');
    if (!withName) return { subject: claims.sub, name: '' };
    const said = claims['name'] ?? (await this.#nameOf(configuration, tokens.access_token, claims.sub));
    return { subject: claims.sub, name: plainName(said) };
  }

  /** A directory that does not tell the name keeps nobody out: it is typed then. */
  async #nameOf(configuration: Configuration, token: string, subject: string): Promise<unknown> {
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return undefined;
    try {
      return (await fetchUserInfo(configuration, token, subject)).name;
    } catch (error) {
      this.log.warn({ event: 'sso.no_name', error });
      return undefined;
    }
  }

  async #clientOf({ issuer, clientId, clientSecret }: Client): Promise<Configuration> {
    const known = this.#known.get(issuer);
    const about =
      known && performance.now() - known.at < KEPT_MS ? known.about : await this.#discover(issuer, clientId);
    // Basic is the standard's own choice, where a directory does not say that it wants something else.
    const ways = about.token_endpoint_auth_methods_supported;
    const isBasic = ways === undefined || ways.includes('client_secret_basic');
    const prove = isBasic ? ClientSecretBasic(clientSecret) : ClientSecretPost(clientSecret);
    const client = new Configuration(about, clientId, clientSecret, prove);
    client.timeout = TIMEOUT_SECONDS;
    if (this.#isOpen(issuer)) allowInsecureRequests(client);
    return client;
  }

  async #discover(issuer: string, clientId: string): Promise<ServerMetadata> {
    if (!this.mayAsk(issuer)) throw new Error('this address is not asked');
    const execute = this.#isOpen(issuer) ? [allowInsecureRequests] : [];
    const found = await discovery(new URL(issuer), clientId, undefined, undefined, {
      timeout: TIMEOUT_SECONDS,
      execute,
    });
    const about = found.serverMetadata();
    this.#known.set(issuer, { about, at: performance.now() });
    return about;
  }

  #isOpen(issuer: string): boolean {
    return issuer.startsWith('http:') && !this.config.production;
  }
}

/** Somebody else's words: one line, and not longer than a name is here. */
function plainName(said: unknown): string {
  const line = typeof said === 'string' ? said.replace(/[\p{C}\s]+/gu, ' ').trim() : '';
  return [...line].slice(0, LONGEST_NAME).join('');
}
