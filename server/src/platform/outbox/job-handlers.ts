import type { z } from 'zod';
import type { AgencyId } from '@tongxing/shared/kernel';
import { eventKind, EVENT_NAMES, type DomainEvents, type EventName } from './events.js';

export interface JobContext {
  /** The same on every attempt: whoever sends something outside passes it on as the delivery key. */
  readonly jobId: string;
  readonly attempt: number;
  readonly agencyId: AgencyId;
  /** Aborted when the process has to stop before the handler is done. */
  readonly signal: AbortSignal;
}

/** A kind of job with the shape of its payload. */
export interface JobKind<Payload> {
  readonly kind: string;
  readonly payload: z.ZodType<Payload>;
}

/** Runs inside the unit of work that marks the job done: its writes happen exactly once. */
export type UnitHandler<Payload> = (payload: Payload, context: JobContext) => Promise<void>;
/**
 * Runs outside of any unit, for what a transaction cannot take back (a mail). May run again after a crash, with the
 * same job id. What it returns is written together with the mark that the job is done.
 */
export type OutsideHandler<Payload> = (payload: Payload, context: JobContext) => Promise<UnitStep | undefined>;
export type UnitStep = () => Promise<void>;

/** A failure that no later attempt can mend; its code goes to the operator. */
export class JobRefused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

type Prepared =
  | { readonly where: 'unit'; readonly run: (context: JobContext) => Promise<void> }
  | { readonly where: 'outside'; readonly run: (context: JobContext) => Promise<UnitStep | undefined> };

type Prepare = (payload: unknown) => Prepared;

/** Who works which kind of job. Filled by the modules while the application starts. */
export class JobHandlers {
  readonly #kinds = new Map<string, Prepare>();
  readonly #subscribers = new Map<EventName, UnitHandler<never>[]>();

  constructor() {
    for (const name of EVENT_NAMES) this.#kinds.set(eventKind(name), (facts) => this.#event(name, facts));
  }

  inUnit<Payload>(job: JobKind<Payload>, handler: UnitHandler<Payload>): void {
    this.#add(job, (payload) => ({ where: 'unit', run: (context) => handler(payload, context) }));
  }

  outside<Payload>(job: JobKind<Payload>, handler: OutsideHandler<Payload>): void {
    this.#add(job, (payload) => ({ where: 'outside', run: (context) => handler(payload, context) }));
  }

  /** Subscribes to an event. All subscribers of one event share a unit of work: all have heard it, or none. */
  on<Name extends EventName>(name: Name, handler: UnitHandler<DomainEvents[Name]>): void {
    const known = this.#subscribers.get(name) ?? [];
    this.#subscribers.set(name, [...known, handler]);
  }

  /** Kinds this process can work; it leaves all others to processes that know them. */
  get kinds(): readonly string[] {
    return [...this.#kinds.keys()];
  }

  /** Throws `JobRefused` for a payload that its handler could never read. */
  prepare(kind: string, payload: unknown): Prepared {
    const prepare = this.#kinds.get(kind);
    if (!prepare) throw new JobRefused('NO_HANDLER');
    return prepare(payload);
  }

  #add<Payload>({ kind, payload: shape }: JobKind<Payload>, bind: (payload: Payload) => Prepared): void {
    if (this.#kinds.has(kind)) throw new Error(`BUG: two handlers for jobs of kind ${kind}`);
    this.#kinds.set(kind, (raw) => {
      const parsed = shape.safeParse(raw);
      if (!parsed.success) throw new JobRefused('PAYLOAD_INVALID');
      return bind(parsed.data);
    });
  }

  #event(name: EventName, facts: unknown): Prepared {
    const subscribers = this.#subscribers.get(name) ?? [];
    return {
      where: 'unit',
      run: async (context) => {
        for (const subscriber of subscribers) await subscriber(facts as never, context);
      },
    };
  }
}
