// A company's directory as a company runs one: somebody else's OpenID provider, on this machine, with people of its own.
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Adapter, type AdapterPayload, type Configuration } from 'oidc-provider';

export const DIRECTORY_CLIENT = { registeredAs: 'tongxing', clientSecret: 'a-secret-of-the-directory' };

export interface CompanyDirectory {
  readonly issuer: string;
  /** Who sits at the browser when the directory asks; undefined: they turn back. */
  signedIn: string | undefined;
  /** Names of its people; whoever has none here has none there. */
  readonly names: Map<string, string>;
  stop(): Promise<void>;
}

/** Starts it; only `redirectUri` is allowed as a way back. */
export async function startCompanyDirectory(redirectUri: string): Promise<CompanyDirectory> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const directory: CompanyDirectory = { issuer, signedIn: undefined, names: new Map(), stop: () => closed(server) };
  const provider = new Provider(issuer, configuration(redirectUri, directory.names));
  const answers = provider.callback();
  handle = (request, response) => {
    if (!request.url?.startsWith('/who/')) return void answers(request, response);
    const result = directory.signedIn
      ? { login: { accountId: directory.signedIn } }
      : { error: 'access_denied', error_description: 'turned back' };
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false }).catch(() => {
      response.writeHead(500).end();
    });
  };
  return directory;
}

/** What it remembers, for as long as it runs. */
class Memory implements Adapter {
  static readonly #all = new Map<string, AdapterPayload>();

  constructor(private readonly model: string) {}

  upsert(id: string, payload: AdapterPayload): Promise<void> {
    Memory.#all.set(`${this.model} ${id}`, payload);
    return Promise.resolve();
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(Memory.#all.get(`${this.model} ${id}`));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return Promise.resolve(
      [...Memory.#all.values()].find((payload) => payload.kind === 'Session' && payload.uid === uid),
    );
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  consume(id: string): Promise<void> {
    const payload = Memory.#all.get(`${this.model} ${id}`);
    if (payload) payload['consumed'] = true;
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    Memory.#all.delete(`${this.model} ${id}`);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, payload] of Memory.#all) if (payload.grantId === grantId) Memory.#all.delete(key);
    return Promise.resolve();
  }
}

function configuration(redirectUri: string, names: ReadonlyMap<string, string>): Configuration {
  const signing = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  return {
    adapter: Memory,
    jwks: { keys: [{ ...signing, use: 'sig', alg: 'RS256' }] as never },
    ttl: { Interaction: 300, Grant: 300, Session: 300, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    clients: [
      {
        client_id: DIRECTORY_CLIENT.registeredAs,
        client_secret: DIRECTORY_CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: { keys: ['of the directory'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/who/${uid}` },
    claims: { openid: ['sub'], profile: ['name'] },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...(names.has(accountId) ? { name: names.get(accountId) } : {}) }),
    }),
    // The company has agreed for its people.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

/** For a platform whose address a directory has to know before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await closed(server);
  return port;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
