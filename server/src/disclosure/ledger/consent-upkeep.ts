// Which families have to be asked again: counted for today's page, listed for the worker, and told of once.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Between, In, IsNull } from 'typeorm';
import { addDays, type AgencyId, type PersonId } from '@tongxing/shared/kernel';
import { CONSENT_TASKS, consentTasks, ENDS_SOON_DAYS, type ConsentTask } from '@tongxing/shared/disclosure';
import { Child, ChildrenRepository, type ChildView } from '../../children/index.js';
import { Agencies, Agency } from '../../people/index.js';
import { rowsFor, type PersonActor } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { JobUpkeep, Outbox } from '../../platform/outbox/index.js';
import { CompanionWords } from '../companion-words.js';
import { ConsentGrant, ConsentStatement } from './ledger.entities.js';
import { LedgerFacts } from './ledger-facts.js';

export interface TaskOfChild extends ConsentTask {
  readonly child: ChildView;
}
const AT_ONCE = 200;

@Injectable()
export class ConsentUpkeep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agencies: Agencies,
    private readonly children: ChildrenRepository,
    private readonly facts: LedgerFacts,
    private readonly companions: CompanionWords,
    private readonly outbox: Outbox,
    private readonly upkeep: JobUpkeep,
  ) {}

  onModuleInit(): void {
    this.upkeep.also('consents', () => this.remind());
  }

  /** How many children have something to be asked. */
  async count(actor: PersonActor): Promise<number> {
    return new Set((await this.#tasks(actor)).map(({ childId }) => childId)).size;
  }

  /** What is to be asked, the most pressing first. */
  async list(actor: PersonActor): Promise<TaskOfChild[]> {
    const tasks = await this.#tasks(actor);
    const children = await this.children.byIds(
      rowsFor(actor, 'consent.read'),
      tasks.map(({ childId }) => childId),
    );
    const rank = ({ kind }: ConsentTask) => CONSENT_TASKS.indexOf(kind);
    return tasks
      .flatMap(({ childId, ...task }) => {
        const child = children.get(childId);
        return child ? [{ ...task, child }] : [];
      })
      .sort((a, b) => rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : 1));
  }

  /** Tells, once for each, whoever wrote down a consent that ends within the month. Returns how many. */
  async remind(): Promise<number> {
    let told = 0;
    for (const { id } of await this.database.repository(Agency).find({ select: { id: true } })) {
      told += await this.#remindOf(id as AgencyId);
    }
    return told;
  }

  async #remindOf(agencyId: AgencyId): Promise<number> {
    const today = await this.agencies.today(agencyId);
    const system = { kind: 'system' as const, agencyId, name: 'consents' };
    return this.work.run(system, async () => {
      const untilOn = Between<string>(today, addDays(today, ENDS_SOON_DAYS));
      const ending = await this.database.repository(ConsentStatement).find({
        where: { agencyId, remindedAt: IsNull(), untilOn },
        order: { untilOn: 'ASC', id: 'ASC' },
        take: AT_ONCE,
      });
      if (ending.length === 0) return 0;
      const ids = In(ending.map(({ id }) => id));
      await this.database
        .repository(ConsentStatement)
        .update({ agencyId, id: ids }, { remindedAt: this.clock.nowIso() });
      const facts = await this.facts.children(agencyId, [...new Set(ending.map(({ childId }) => childId))], today);
      const words = await this.facts.words(agencyId, facts);
      const due = [...facts.values()].filter(
        ({ childId, birthDate }) => consentTasks(words.get(childId) ?? [], birthDate, today).length > 0,
      );
      for (const { childId } of due) {
        const by = ending.find((one) => one.childId === childId && one.recordedBy !== null)?.recordedBy;
        await this.outbox.publish('ConsentEndsSoon', {
          childId,
          recordedBy: (by ?? undefined) as PersonId | undefined,
        });
      }
      return due.length;
    });
  }

  async #tasks(actor: PersonActor): Promise<(ConsentTask & { readonly childId: string })[]> {
    const { agencyId } = actor;
    const mine = await this.children.idsWithin(rowsFor(actor, 'consent.record'));
    if (mine.size === 0) return [];
    const rows = await this.database
      .repository(ConsentGrant)
      .createQueryBuilder('g')
      .select('DISTINCT g.childId', 'childId')
      .innerJoin(Child, 'c', 'c.id = g.childId AND c.erasedAt IS NULL')
      .where('g.agencyId = :agencyId', { agencyId })
      .getRawMany<{ childId: string }>();
    const today = await this.agencies.today(agencyId);
    const accompanied = await this.companions.childIdsDue(agencyId, today);
    const ids = [...rows.map(({ childId }) => childId), ...accompanied].filter((id) => mine.has(id));
    const facts = await this.facts.children(agencyId, ids, today);
    const words = await this.facts.words(agencyId, facts);
    const onCompanions = await this.companions.ofChildren(agencyId, facts);
    return [...facts.values()].flatMap(({ childId, birthDate }) => {
      const said = [...(words.get(childId) ?? []), ...(onCompanions.get(childId) ?? [])];
      return consentTasks(said, birthDate, today).map((task) => ({ ...task, childId }));
    });
  }
}
