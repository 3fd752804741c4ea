// Everything that the environment may decide, read once at start-up and checked value by value.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';

/** Secrets that stand in public examples; a production start refuses them. */
const PUBLIC_SECRETS = ['change-me', 'demo', 'secret', 'password', 'example'];

const SQLITE = 'sqlite:';

const flag = z.enum(['true', 'false', '1', '0']).transform((raw) => raw === 'true' || raw === '1');
const optionalText = z.string().min(1).optional();

/** One entry a variable; `.env.example` holds the same list, and a test compares them. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  AUDIT_ANCHOR_DIR: optionalText,
  LEDGER_DIR: optionalText,
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|(mysql|mariadb):\/\/.+\/.+)$/, 'sqlite:FILE or mysql://user:password@host:port/database')
    .optional(),
  PUBLIC_URL: z.url().optional(),
  TLS_CERT: optionalText,
  TLS_KEY: optionalText,
  TRUST_PROXY: flag.default(false),
  APP_KEYS: optionalText,
  KEY_STORE_URL: z
    .string()
    .regex(/^(sqlite:.+|(mysql|mariadb):\/\/.+\/.+)$/, 'sqlite:FILE or mysql://user:password@host:port/schema')
    .optional(),
  DEMO: flag.optional(),
  ALLOW_LIST: flag.optional(),
  SMTP_URL: optionalText,
  MAIL_FROM: z.string().min(3).default('同行 Tongxing <no-reply@localhost>'),
  SMS_URL: z.url().optional(),
  SMS_TOKEN: optionalText,
  WORKERS: z.coerce.number().int().min(0).max(32).default(1),
  WORKER_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  METRICS_TOKEN: optionalText,
  BACKUP_NOTICE_DAYS: z.coerce.number().int().min(1).max(30).default(2),
});

type Environment = z.infer<typeof environmentSchema>;

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Where the ends of the audit chains are kept outside the database. */
  readonly anchorDir: string;
  readonly databaseUrl: string;
  /** Where people reach the platform; links in mails begin with it. */
  readonly publicUrl: string;
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  readonly trustProxy: boolean;
  /** `name:base64` pairs, the newest first; undefined where the embedded form keeps its own key file. */
  readonly appKeys?: string | undefined;
  /** Where the data keys of people live, apart from the database. */
  readonly keyStoreUrl: string;
  /** Where it is written down, outside of database and key store, who was erased. */
  readonly ledgerDir: string;
  /** Whether the demo agency is seeded into an empty database and its logins are shown. */
  readonly demo: boolean;
  /** Whether only the client's own operations are served. */
  readonly allowList: boolean;
  readonly smtpUrl?: string | undefined;
  readonly mailFrom: string;
  readonly sms?: { readonly url: string; readonly token?: string | undefined } | undefined;
  /** Job workers inside this process; 0 where worker processes do it. */
  readonly workers: number;
  /** Where a worker process answers for its health; undefined where it opens no port. */
  readonly workerPort?: number | undefined;
  readonly logLevel: NonNullable<Environment['LOG_LEVEL']>;
  readonly metricsToken?: string | undefined;
  /** So many days old may the last good backup be before directors are told. */
  readonly backupNoticeDays: number;
}

/** A start that is refused on purpose: its message is for the operator and says all; where it was thrown tells nothing. */
export class StartRefused extends Error {}

/** Start-up refused: one line for each wrong value, with its name and what would be right. */
export class ConfigError extends StartRefused {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads the environment. Throws `ConfigError` naming every wrong value, not only the first. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // An empty value means "not set": compose files and CI pass empty strings for what is absent.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const values = parsed.data;
  const problems = [...tlsProblems(values), ...sameStoreProblems(values), ...productionProblems(values)];
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(values);
}

function toConfig(values: Environment): Config {
  const production = values.NODE_ENV === 'production';
  const dataDir = resolve(values.DATA_DIR);
  const databaseUrl =
    values.DATABASE_URL?.replace(/^mariadb:/, 'mysql:') ?? `sqlite:${resolve(dataDir, 'tongxing.sqlite')}`;
  const tls = values.TLS_CERT && values.TLS_KEY ? { cert: values.TLS_CERT, key: values.TLS_KEY } : undefined;
  return {
    production,
    port: values.PORT,
    host: values.HOST,
    dataDir,
    ledgerDir: values.LEDGER_DIR ? resolve(values.LEDGER_DIR) : resolve(dataDir, 'ledger'),
    anchorDir: values.AUDIT_ANCHOR_DIR ? resolve(values.AUDIT_ANCHOR_DIR) : resolve(dataDir, 'anchor'),
    databaseUrl,
    publicUrl: values.PUBLIC_URL ?? `${tls ? 'https' : 'http'}://localhost:${values.PORT}`,
    tls,
    trustProxy: values.TRUST_PROXY,
    appKeys: values.APP_KEYS,
    keyStoreUrl: values.KEY_STORE_URL?.replace(/^mariadb:/, 'mysql:') ?? besideDatabase(databaseUrl),
    demo: values.DEMO ?? !production,
    allowList: values.ALLOW_LIST ?? production,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    sms: values.SMS_URL ? { url: values.SMS_URL, token: values.SMS_TOKEN } : undefined,
    workers: values.WORKERS,
    workerPort: values.WORKER_PORT,
    // At a developer's terminal the start-up words should stay readable.
    logLevel: values.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    metricsToken: values.METRICS_TOKEN,
    backupNoticeDays: values.BACKUP_NOTICE_DAYS,
  };
}

/** A file beside the embedded database, or a second schema on the same server: `tongxing` → `tongxing_keys`. */
function besideDatabase(databaseUrl: string): string {
  if (databaseUrl.startsWith(SQLITE)) {
    return `${SQLITE}${resolve(dirname(databaseUrl.slice(SQLITE.length)), 'keys.db')}`;
  }
  const url = new URL(databaseUrl);
  url.pathname = `${url.pathname}_keys`;
  return url.href;
}

function sameStoreProblems({ DATABASE_URL: rows, KEY_STORE_URL: keys }: Environment): string[] {
  return rows !== undefined && rows === keys ? ['KEY_STORE_URL: keys live apart from the database they open'] : [];
}

function tlsProblems(values: Environment): string[] {
  if (Boolean(values.TLS_CERT) !== Boolean(values.TLS_KEY)) return ['TLS_CERT and TLS_KEY: set both or neither'];
  return [
    ['TLS_CERT', values.TLS_CERT],
    ['TLS_KEY', values.TLS_KEY],
  ].flatMap(([name, file]) => (file && !isReadable(file) ? [`${name}: the file ${file} cannot be read`] : []));
}

function productionProblems(values: Environment): string[] {
  if (values.NODE_ENV !== 'production') return [];
  const problems: string[] = [];
  if (values.DEMO) problems.push('DEMO: a production start never seeds the demo agency; remove it');
  if (!values.APP_KEYS) problems.push('APP_KEYS: production needs its own keys; make one with: npm run keys:create');
  if (!values.PUBLIC_URL) problems.push('PUBLIC_URL: links in mails and SMS need the address people use');
  const secrets: [string, string | undefined][] = [
    ['APP_KEYS', values.APP_KEYS],
    ['SMS_TOKEN', values.SMS_TOKEN],
    ['METRICS_TOKEN', values.METRICS_TOKEN],
    ['DATABASE_URL', values.DATABASE_URL && safePassword(values.DATABASE_URL)],
    ['KEY_STORE_URL', values.KEY_STORE_URL && safePassword(values.KEY_STORE_URL)],
  ];
  for (const [name, value] of secrets) {
    if (value !== undefined && isPublicSecret(value)) {
      problems.push(`${name}: this is a secret from an example; choose your own`);
    }
  }
  return problems;
}

function isPublicSecret(value: string): boolean {
  const lower = value.toLowerCase();
  return PUBLIC_SECRETS.some((known) => lower === known || lower.startsWith(`${known}-`) || lower.includes('demo-key'));
}

function safePassword(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  return decodeURIComponent(new URL(url).password) || undefined;
}

function isReadable(file: string): boolean {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

/** Injection token of the validated configuration. */
export const CONFIG = Symbol('Config');
