// The helper's own page: how far they have come, in their own words where they wish, and the way out.
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@tongxing/shared/kernel';
import type { HelperStep } from '@tongxing/shared/states';
import { Agencies } from '../people/index.js';
import type { PersonActor } from '../platform/access/index.js';
import { AuditTrail } from '../platform/audit-trail/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { InvalidInputError, NotFoundError } from '../platform/graphql/index.js';
import { HelperFactsReader, type JourneyView } from './helper-facts.js';
import { HelperJourneys } from './helper-journeys.js';
import { HelperRows } from './helper-rows.js';
import type { HelperJourney } from './helper.entities.js';

type Outcome = Promise<Result<JourneyView, NotFoundError | InvalidInputError>>;

const LONGEST = 500;
const MISSING = err({ code: 'NOT_FOUND' as const });

@Injectable()
export class MyHelping {
  constructor(
    private readonly work: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly agencies: Agencies,
    private readonly rows: HelperRows,
    private readonly reader: HelperFactsReader,
    private readonly journeys: HelperJourneys,
  ) {}

  /** The newest of the own journeys, ended or not; undefined for everybody else. */
  async of({ agencyId, personId }: PersonActor): Promise<JourneyView | undefined> {
    const row = await this.rows.newestOf(agencyId, personId);
    return row ? (await this.reader.views(agencyId, [row]))[0] : undefined;
  }

  /** Empty words take away what was said before. */
  say(actor: PersonActor, step: HelperStep, words: string): Outcome {
    const said = words.trim();
    return this.#own(actor, async (row) => {
      if (said.length > LONGEST) {
        return err({ code: 'INVALID_INPUT' as const, fields: [{ field: 'words', code: 'TOO_LONG' }] });
      }
      await this.rows.say(row, step, said);
      this.trail.record({ action: 'helper.told', subjectType: 'HelperJourney', subjectId: row.id, facts: { step } });
      return ok(true);
    });
  }

  /** At once, and nobody asks why. */
  leave(actor: PersonActor): Outcome {
    return this.#own(actor, async (row) => {
      await this.journeys.end(row, await this.agencies.today(actor.agencyId), 'HELPER');
      return ok(true);
    });
  }

  async #own(actor: PersonActor, change: (row: HelperJourney) => Promise<Result<true, InvalidInputError>>): Outcome {
    const { agencyId, personId } = actor;
    const done = await this.work.run(actor, async (): Promise<Result<true, InvalidInputError | NotFoundError>> => {
      const known = await this.rows.openOf(agencyId, personId);
      const row = known && (await this.rows.lockOpen(agencyId, known.id));
      return row ? change(row) : MISSING;
    });
    if (!done.ok) return done;
    const view = await this.of(actor);
    return view ? ok(view) : MISSING;
  }
}
