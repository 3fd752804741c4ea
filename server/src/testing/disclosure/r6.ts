// R6: every id that an operation takes × an id of somebody else. What is hidden answers as what is missing, byte for byte.
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { reachOf } from '@tongxing/shared/permissions';
import { declarationOf } from '../../platform/access/index.js';
import { Asker, Root } from './ask.js';
import { idSlots, plausibleArguments, withId, withVersion, type IdSlot } from './inputs.js';
import { Origins, type Origin } from './origins.js';
import type { Reader } from './people.js';
import { AllRows } from './rows.js';
import type { World } from './world.js';

export interface HiddenIdsReport {
  /** Places of ids that were tried: `child.id`, `recordConsent.input.companionshipId`. */
  readonly slots: readonly string[];
  /** Operations that were sent. */
  readonly cases: number;
  /** Ids of others that were compared with one that nothing has. */
  readonly compared: number;
  /** Where somebody could tell a hidden row from a missing one. */
  readonly leaks: readonly string[];
  /** Places for which no id of somebody else could be found. */
  readonly untried: readonly string[];
}

interface Trial {
  readonly root: Root;
  readonly slot: IdSlot;
  readonly origin: Origin;
  readonly reader: Reader;
  /** Those whose members have tried this place with what is no id at all. */
  readonly roles: Set<Reader['role']>;
}

/** Of the right form, and of nothing. */
const MADE_UP = '01900000-0000-7000-8000-00000000beef';
/** Shorter texts stand in any answer by chance. */
const SHORTEST_ID = 30;
const INTERPRETED_RUNS = 3;
const GARBAGE = ['', 'x', 'ÿ', `${'A'.repeat(300)}`];

export async function measureHiddenIds(
  world: World,
  address: string,
  only?: readonly string[],
): Promise<HiddenIdsReport> {
  return new HiddenIds(world, new Asker(address)).run(only);
}

class HiddenIds {
  readonly #schema: GraphQLSchema;
  readonly #leaks = new Set<string>();
  readonly #slots: string[] = [];
  readonly #untried: string[] = [];
  #rows!: AllRows;
  readonly #origins = new Origins(() => this.#rows);
  #compared = 0;

  constructor(
    private readonly world: World,
    private readonly asker: Asker,
  ) {
    this.#schema = world.app.get(GraphQLSchemaHost).schema;
  }

  async run(only?: readonly string[]): Promise<HiddenIdsReport> {
    this.#rows = await AllRows.read(this.world.app);
    const roots = Root.all(this.#schema).filter(({ field }) => only?.includes(field.name) ?? true);
    for (const root of roots) {
      for (const slot of idSlots(this.#schema, root.field)) await this.#trySlot(root, slot);
    }
    return {
      slots: this.#slots,
      cases: this.asker.asked,
      compared: this.#compared,
      leaks: [...this.#leaks].sort(),
      untried: this.#untried,
    };
  }

  async #trySlot(root: Root, slot: IdSlot): Promise<void> {
    const name = [root.field.name, ...slot.path].join('.');
    const origin = slot.type === undefined ? undefined : this.#origins.of(slot.type);
    this.#slots.push(name);
    if (!origin) {
      this.#untried.push(name);
      return;
    }
    await this.#compile(root, slot);
    const roles = new Set<Reader['role']>();
    const tryOne = (reader: Reader) => this.#tryReader({ root, slot, origin, reader, roles });
    // All are refused, so that nobody's answer hangs on another's.
    const tried = await Promise.all(this.world.readers.map(tryOne));
    if (!tried.some((hidden) => hidden > 0)) this.#untried.push(name);
  }

  /** The first runs of an operation tell where in its text an error is, which the compiled ones after them do not. */
  async #compile(root: Root, slot: IdSlot): Promise<void> {
    const [anybody] = this.world.readers;
    if (root.kind === 'mutation' || !anybody) return;
    for (let run = 1; run <= INTERPRETED_RUNS; run++) await this.#ask(root, slot, anybody, GARBAGE.at(-1) ?? '');
  }

  /** How many hidden ids there were for this reader. */
  async #tryReader({ root, slot, origin, reader, roles }: Trial): Promise<number> {
    const rows = this.#rows.of(origin.table).map(([id]) => id);
    const holds = this.#holds(reader, root);
    const hidden = holds
      ? this.#oneOfEachOwner(rows.filter((id) => !this.#isInReach(reader, root, id)))
      : rows.slice(0, 1);
    if (hidden.length === 0) return 0;
    // No operation takes the id of an agency.
    const [agency = ''] = this.#rows.of('agency').map(([id]) => id);
    const wrongType = Origins.globalId('Agency', agency);
    const missing = await this.#ask(root, slot, reader, Origins.globalId(origin.kind, MADE_UP));
    // An empty text where an id may be left out is no id at all.
    const garbage = GARBAGE.filter((text) => slot.required || text !== '');
    // What is nobody's id stands to all of one role alike, wherever they work.
    const nobodys = roles.has(reader.role) ? [] : holds ? [wrongType, ...garbage] : [wrongType];
    roles.add(reader.role);
    const others = holds ? [hidden[0] ?? '', ...nobodys] : nobodys;
    for (const id of [...hidden.map((one) => Origins.globalId(origin.kind, one)), ...others]) {
      this.#compared += 1;
      const answer = await this.#ask(root, slot, reader, id);
      if (answer === missing) continue;
      this.#leaks.add(
        `${reader.name} can tell ${decoded(id)} from a missing id by ${root.field.name}: ${answer.slice(0, 200)} / ${missing.slice(0, 200)}`,
      );
    }
    return hidden.length;
  }

  /** The answer's bytes, the id itself left out. */
  async #ask(root: Root, slot: IdSlot, reader: Reader, id: string): Promise<string> {
    const args = withVersion(withId(plausibleArguments(root.field), slot.path, id), 1);
    const { text } = await this.asker.ask(reader, root, args);
    return id.length < SHORTEST_ID ? text : text.replaceAll(id, '*');
  }

  #holds(reader: Reader, root: Root): boolean {
    const declared = declarationOf(root.field);
    if (!declared || 'public' in declared) return true;
    return reader.role !== undefined && reachOf(reader.role, declared.permission) !== undefined;
  }

  #isInReach(reader: Reader, root: Root, id: string): boolean {
    const declared = declarationOf(root.field);
    if (!declared || 'public' in declared || !reader.role) return false;
    const reach = reachOf(reader.role, declared.permission);
    return [...this.#rows.relations(reader, id)].some((relation) => reach?.[relation] !== undefined);
  }

  /** One row of each agency, office, state and owner is enough: they are hidden for the same reason. */
  #oneOfEachOwner(ids: readonly string[]): string[] {
    const chosen = new Map<string, string>();
    for (const id of ids) {
      const { agencyId, officeId, state, childId } = this.#rows.get(id)?.columns ?? {};
      const key = JSON.stringify([agencyId, officeId, state, childId === undefined]);
      if (!chosen.has(key)) chosen.set(key, id);
    }
    return [...chosen.values()];
  }
}

const decoded = (id: string) => Buffer.from(id, 'base64url').toString('utf8');
