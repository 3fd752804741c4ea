// The file leaves: to whoever asked, or by a colleague's hand, who shows a second factor first. Each time is in the audit
// before a byte goes.
import { Injectable } from '@nestjs/common';
import { err, localDateIn, ok, type Result } from '@tongxing/shared/kernel';
import { Agencies, StepUp, type StepUpNeededError } from '../people/index.js';
import { mayDo, rowsFor, type Actor } from '../platform/access/index.js';
import { SensitiveReads } from '../platform/audit-trail/index.js';
import { Clock } from '../platform/clock/index.js';
import type { NotFoundError } from '../platform/graphql/index.js';
import { writePdf } from '../platform/pdf/index.js';
import { copySheet } from './copy-sheet.js';
import type { PersonalCopy } from './domain/copy.js';
import { RightsFiles } from './rights-files.js';
import { RightsStore, type RightsView } from './rights-store.js';

export const FILE_FORMATS = ['pdf', 'json'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
export interface TakenFile {
  readonly type: string;
  readonly name: string;
  readonly bytes: Buffer;
}

const MISSING = { code: 'NOT_FOUND' as const };

@Injectable()
export class RightsDownloads {
  constructor(
    private readonly store: RightsStore,
    private readonly files: RightsFiles,
    private readonly reads: SensitiveReads,
    private readonly stepUp: StepUp,
    private readonly agencies: Agencies,
    private readonly clock: Clock,
  ) {}

  /** Whether the file would come; a browser's own download cannot ask for a second factor. */
  async mayTake(actor: Actor, id: string): Promise<Result<RightsView, NotFoundError | StepUpNeededError>> {
    if (actor.kind === 'system') return err(MISSING);
    const own = mayDo(actor, 'rights.ask')
      ? await this.store.find({ ...(await this.store.ownOf(actor)), id })
      : undefined;
    if (own && this.#isReady(own)) return ok(own);
    if (actor.kind !== 'person' || !mayDo(actor, 'rights.give')) return err(MISSING);
    const view = await this.store.find({ ...this.store.within(rowsFor(actor, 'rights.give')), id });
    if (!view || !this.#isReady(view)) return err(MISSING);
    const fresh = await this.stepUp.requireFresh(actor);
    return fresh.ok ? ok(view) : fresh;
  }

  async take(
    actor: Actor,
    id: string,
    format: FileFormat,
    language: 'zh-CN' | 'en',
  ): Promise<Result<TakenFile, NotFoundError | StepUpNeededError>> {
    const may = await this.mayTake(actor, id);
    if (!may.ok) return may;
    const copy = await this.files.read(id);
    if (!copy) return err(MISSING);
    const facts = { format, right: may.value.right };
    await this.reads.record(actor, [
      { action: 'rights.fileTaken', subjectType: 'RightsRequest', subjectId: id, facts },
    ]);
    return ok(await this.#file(copy, format, language, await this.agencies.timeZone(actor.agencyId)));
  }

  async #file(copy: PersonalCopy, format: FileFormat, language: 'zh-CN' | 'en', zone: string): Promise<TakenFile> {
    const madeOn = localDateIn(new Date(copy.madeAt), zone);
    if (format === 'json') {
      const bytes = Buffer.from(`${JSON.stringify(copy, null, 2)}\n`);
      return { type: 'application/json; charset=utf-8', name: `tongxing-${madeOn}.json`, bytes };
    }
    const bytes = await writePdf(copySheet(copy, language, madeOn));
    return { type: 'application/pdf', name: `tongxing-${madeOn}.pdf`, bytes };
  }

  #isReady({ state, readyUntil }: RightsView): boolean {
    return state === 'GIVEN' && readyUntil !== undefined && readyUntil > this.clock.nowIso();
  }
}
