// What of an earlier pair the companion of the next one may read: only what has a row, and nothing else of it.
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import { allRows, type PersonActor } from '../../../platform/access/index.js';
import { Clock, Ids } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { CompanionshipsRepository, type CompanionshipView } from '../companionships.repository.js';
import { Contacts, type ContactView } from '../contacts/contacts.js';
import { NextSteps, type NextStepView } from '../next-steps/next-steps.js';
import { HandedOnItem } from './handed-on-item.entity.js';
import type { HandedOnKind } from './handed-on-kinds.js';

export interface HandedOnView {
  /** What was chosen, in the order of the form; notes are chosen one by one. */
  readonly chosen: readonly HandedOnKind[];
  readonly taskGoal?: string | undefined;
  readonly processGoal?: string | undefined;
  readonly meetingPlace?: string | undefined;
  readonly contactsPerMonth?: number | undefined;
  /** Those that were still open. */
  readonly steps: readonly NextStepView[];
  /** The chosen contacts, the newest first. */
  readonly notes: readonly ContactView[];
  readonly endedOn?: LocalDate | undefined;
}

@Injectable()
export class HandedOn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly repository: CompanionshipsRepository,
    private readonly contacts: Contacts,
    private readonly nextSteps: NextSteps,
  ) {}

  /** Writes down the choice for a pair that has just begun. Inside a unit of work. */
  async choose(
    { personId }: PersonActor,
    { id: companionshipId, agencyId }: CompanionshipView,
    kinds: readonly HandedOnKind[],
    contactIds: readonly string[],
  ): Promise<void> {
    const chosen = { agencyId, companionshipId, chosenBy: personId, chosenAt: this.clock.nowIso() };
    const items = [
      ...kinds.map((kind) => ({ kind, contactId: null })),
      ...contactIds.map((contactId) => ({ kind: 'NOTE' as const, contactId })),
    ];
    for (const item of items) {
      const id = this.ids.next<never>() as string;
      await this.database.repository(HandedOnItem).insert({ id, ...chosen, ...item });
    }
  }

  /** By the id of the later pair; pairs that nothing went before are absent. Whether it is open now is the caller's to ask. */
  async ofPairs(agencyId: AgencyId, pairs: readonly CompanionshipView[]): Promise<ReadonlyMap<string, HandedOnView>> {
    const earlierIds = pairs.flatMap((pair) => earlierOf(pair) ?? []);
    if (earlierIds.length === 0) return new Map();
    const earlier = await this.repository.byIds(allRows(agencyId), earlierIds);
    const items = await this.database
      .repository(HandedOnItem)
      .find({ where: { agencyId, companionshipId: In(pairs.map(({ id }) => id)) } });
    const steps = await this.nextSteps.ofPairs(agencyId, earlierIds);
    const found = new Map<string, HandedOnView>();
    for (const each of pairs) {
      const { id } = each;
      const from = earlier.find((pair) => pair.id === earlierOf(each));
      const own = items.filter(({ companionshipId }) => companionshipId === id);
      if (from) found.set(id, await this.#view(from, own, steps.get(from.id) ?? []));
    }
    return found;
  }

  async #view(from: CompanionshipView, items: readonly HandedOnItem[], steps: readonly NextStepView[]) {
    const chosen = new Set(items.map(({ kind }) => kind));
    const contactIds = items.flatMap(({ contactId }) => contactId ?? []);
    const plan = from.plan;
    return {
      chosen: [...chosen],
      ...(chosen.has('GOALS') ? { taskGoal: plan?.taskGoal, processGoal: plan?.processGoal } : {}),
      ...(chosen.has('MEETING') ? { meetingPlace: plan?.meetingPlace, contactsPerMonth: plan?.contactsPerMonth } : {}),
      steps: chosen.has('STEPS') ? steps.filter(({ doneAt }) => doneAt === undefined) : [],
      notes: await this.contacts.ofPair(from, contactIds),
      endedOn: from.endedOn,
    };
  }
}

/** The pair of which something may be read: the one before, or the one whose companion is away. */
const earlierOf = ({ handedOnFromId, cover }: CompanionshipView) => handedOnFromId ?? cover?.of;
