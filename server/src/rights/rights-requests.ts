// The asker's side: somebody asks about what is kept of them, sees the answer, takes the question back, fetches the file.
import { Injectable } from '@nestjs/common';
import { err, ok, type PersonId, type Result } from '@tongxing/shared/kernel';
import type { Right } from '@tongxing/shared/rules';
import { AgencySettings } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { Clock, Ids } from '../platform/clock/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type {
  FieldProblem,
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  TransitionError,
} from '../platform/graphql/index.js';
import type { AskedBy } from './asked-by.js';
import type { RightsRequest } from './rights-request.entity.js';
import { RightsStore, type AskedWords, type Asker, type RightsView } from './rights-store.js';

export interface AskInput extends AskedWords {
  readonly right: Right;
  readonly requestId: string;
}
export type AskError = InvalidInputError | NotFoundError;

const LONGEST = { words: 2000, about: 100, shouldBe: 500, requestId: 64 } as const;
const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class RightsRequests {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly store: RightsStore,
    private readonly settings: AgencySettings,
  ) {}

  /** What the asker has asked so far, the newest first. */
  async mine(actor: Asker): Promise<RightsView[]> {
    return this.store.list(await this.store.ownOf(actor));
  }

  /** Asks. Sent again it is the same; a copy that somebody waits for already is not asked for twice. */
  async ask(actor: Asker, input: AskInput): Promise<Result<RightsView, AskError>> {
    const fields = problemsOf(input);
    if (fields.length > 0) return err({ code: 'INVALID_INPUT', fields });
    const own = await this.store.ownOf(actor);
    return this.work.run(actor, async () => {
      const again = await this.store.find({ ...own, requestId: input.requestId });
      if (again) return ok(again);
      const waiting = await this.store.find({ ...own, rightKind: input.right, state: 'RECEIVED' });
      if (waiting && input.right !== 'CORRECT') return ok(waiting);
      const by = actor.kind === 'person' ? (['SELF', null] as const) : (['GUARDIAN', actor.linkId] as const);
      return ok(await this.add(actor, await this.store.subjectOf(actor), by, input));
    });
  }

  /** Inside a unit of work. */
  async add(
    { agencyId }: Asker,
    personId: PersonId,
    [askedBy, askedThrough]: readonly [AskedBy, string | null],
    { right, requestId, words, about, shouldBe }: AskInput,
  ): Promise<RightsView> {
    const id: string = this.ids.next<never>();
    await this.store.ready(agencyId, personId);
    const { rightsAnswerDays: answerDays } = await this.settings.valuesOf(agencyId);
    const said = { words: words?.trim(), about: about?.trim(), shouldBe: shouldBe?.trim() };
    const row: RightsRequest = {
      ...{ id, agencyId, personId, askedBy, askedThrough, rightKind: right, requestId },
      wordsSealed: this.store.seal('words', id, personId, said),
      askedAt: this.clock.nowIso(),
      answerDays,
      ...{ state: 'RECEIVED', version: 1, decidedBy: null, decidedAt: null, ground: null },
      ...{ answerSealed: null, readyUntil: null },
    };
    await this.store.rows().insert(row);
    const facts = { right, by: askedBy, days: answerDays };
    this.trail.record({ action: 'rights.asked', subjectType: 'RightsRequest', subjectId: id, facts });
    const [view] = await this.store.open([row]);
    if (!view) throw new Error('BUG: a request without a view');
    return view;
  }

  /** The asker thinks better of it, as long as it waits. */
  async takeBack(
    actor: Asker,
    { id, version }: { readonly id: string; readonly version: number },
  ): Promise<Result<RightsView, NotFoundError | StaleVersionError | TransitionError>> {
    const own = await this.store.ownOf(actor);
    return this.work.run(actor, async () => {
      const row = await this.store.lock({ ...own, id });
      if (!row) return err(MISSING);
      if (row.version !== version) return err({ code: 'STALE_VERSION' as const, currentVersion: row.version });
      if (row.state !== 'RECEIVED') {
        return err({ code: 'TRANSITION_REFUSED' as const, from: row.state, to: 'WITHDRAWN' });
      }
      const change = { state: 'WITHDRAWN' as const, version: version + 1, decidedAt: this.clock.nowIso() };
      await this.store.rows().update({ id }, change);
      this.trail.record({ action: 'rights.takenBack', subjectType: 'RightsRequest', subjectId: id });
      const view = await this.store.find({ ...own, id });
      return view ? ok(view) : err(MISSING);
    });
  }

  /** Written down by a colleague for somebody who came by, rang up, or wrote a letter. The caller has found the person. */
  record(actor: PersonActor, personId: PersonId, input: AskInput): Promise<Result<RightsView, AskError>> {
    const fields = problemsOf(input);
    if (fields.length > 0) return Promise.resolve(err({ code: 'INVALID_INPUT', fields }));
    return this.work.run(actor, async () => {
      const { agencyId } = actor;
      const again = await this.store.find({ agencyId, personId, requestId: input.requestId });
      return ok(again ?? (await this.add(actor, personId, ['STAFF', actor.personId], input)));
    });
  }
}

function problemsOf(input: AskInput): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [field, longest] of Object.entries(LONGEST)) {
    const text = input[field as keyof typeof LONGEST];
    if (text !== undefined && [...text.trim()].length > longest) problems.push({ field, code: 'TOO_LONG' });
  }
  if (input.requestId === '') problems.push({ field: 'requestId', code: 'REQUIRED' });
  const needed = { COPY: [], ERASE: [], CORRECT: ['about', 'shouldBe'], TRANSFER: ['words'] } as const;
  for (const field of needed[input.right]) {
    if ((input[field] ?? '').trim() === '') problems.push({ field, code: 'REQUIRED' });
  }
  return problems;
}
