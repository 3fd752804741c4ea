// One batch a request for what hangs on proposals and companionships.
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { AgencyId, LocalDate } from '@tongxing/shared/kernel';
import type { Blocker } from '@tongxing/shared/rules';
import { ChildrenRepository, toChild, type ChildType } from '../children/index.js';
import { Consents, type ConsentView } from '../disclosure/index.js';
import { Documents, type PaperView } from '../documents/index.js';
import { Agencies, toVolunteer, VolunteersRepository, type VolunteerType } from '../people/index.js';
import { allRows, rowsFor, type Rows } from '../platform/access/index.js';
import { perRequest, type GraphqlContext } from '../platform/graphql/index.js';
import { CompanionshipGate } from './companionships/companionship-gate.js';
import { CompanionshipsRepository, type CompanionshipView } from './companionships/companionships.repository.js';
import { Contacts, type ContactView } from './companionships/contacts/contacts.js';
import { HandedOn, type HandedOnView } from './companionships/handing-on/handed-on.js';
import { NextSteps, type NextStepView } from './companionships/next-steps/next-steps.js';
import { Tellings, type TellingView } from './companionships/tellings/tellings.js';

@Injectable()
export class PairLoaders {
  constructor(
    private readonly volunteers: VolunteersRepository,
    private readonly children: ChildrenRepository,
    private readonly companionships: CompanionshipsRepository,
    private readonly consents: Consents,
    private readonly gate: CompanionshipGate,
    private readonly agencies: Agencies,
    private readonly documents: Documents,
    private readonly contactsOfPairs: Contacts,
    private readonly tellings: Tellings,
    private readonly nextStepsOfPairs: NextSteps,
    private readonly handedOnOfPairs: HandedOn,
  ) {}

  /** The volunteer of a pair that the viewer may see: of whichever office, since both belong to the pair. */
  volunteer(context: GraphqlContext, id: string): Promise<VolunteerType> {
    const load = (ids: readonly string[]) => this.volunteers.byIds(allRows(agencyOf(context)), ids);
    return one(context, 'pair volunteer', load)
      .load(id)
      .then((view) => toVolunteer(required(view)));
  }

  child(context: GraphqlContext, id: string): Promise<ChildType> {
    const load = (ids: readonly string[]) => this.children.byIds(rowsOf(context), ids);
    return one(context, 'pair child', load)
      .load(id)
      .then((view) => toChild(required(view)));
  }

  ofProposal(context: GraphqlContext, proposalId: string): Promise<CompanionshipView | undefined> {
    const load = async (ids: readonly string[]) => {
      const pairs = await this.companionships.ofProposals(rowsOf(context), ids);
      // The newest comes first, and stays where the two began anew. Who was handed on is nobody's proposal.
      return new Map(pairs.toReversed().map((pair) => [pair.proposalId, pair]));
    };
    return one(context, 'companionship of proposal', load).load(proposalId);
  }

  handedOnTo(context: GraphqlContext, id: string): Promise<CompanionshipView | undefined> {
    const load = (ids: readonly string[]) => this.companionships.handedOnTo(rowsOf(context), ids);
    return one(context, 'handed on to', load).load(id);
  }

  standIn(context: GraphqlContext, id: string): Promise<CompanionshipView | undefined> {
    const load = (ids: readonly string[]) => this.companionships.standingIn(rowsOf(context), ids);
    return one(context, 'stand-in of pair', load).load(id);
  }

  /** What the companion of a pair may read of the pair before; undefined where nothing went before. */
  handedOn(context: GraphqlContext, pair: CompanionshipView): Promise<HandedOnView | undefined> {
    const loader = perRequest(
      context,
      'handed on',
      () =>
        new DataLoader<CompanionshipView, HandedOnView | undefined>(async (pairs) => {
          const found = await this.handedOnOfPairs.ofPairs(agencyOf(context), pairs);
          return pairs.map((each) => found.get(each.id));
        }),
    );
    return loader.load(pair);
  }

  /** A pair that the viewer may see; undefined for any other id. */
  pair(context: GraphqlContext, id: string): Promise<CompanionshipView | undefined> {
    const load = async (ids: readonly string[]) => {
      const pairs = await this.companionships.byIds(rowsOf(context), ids);
      return new Map(pairs.map((pair) => [pair.id as string, pair]));
    };
    return one(context, 'companionship', load).load(id);
  }

  ofChild(context: GraphqlContext, childId: string): Promise<CompanionshipView | undefined> {
    const load = async (ids: readonly string[]) => {
      const pairs = await this.companionships.holding(rowsOf(context), ids);
      return new Map(pairs.map((pair) => [pair.childId, pair]));
    };
    return one(context, 'companionship of child', load).load(childId);
  }

  async ofVolunteer(context: GraphqlContext, volunteerId: string): Promise<CompanionshipView[]> {
    const load = async (ids: readonly string[]) => {
      const pairs = await this.companionships.ofVolunteers(rowsOf(context), ids);
      return new Map(ids.map((id) => [id, pairs.filter((pair) => pair.volunteerId === id)]));
    };
    return (await one(context, 'companionships of volunteer', load).load(volunteerId)) ?? [];
  }

  consent(context: GraphqlContext, companionshipId: string): Promise<ConsentView | undefined> {
    const load = (ids: readonly string[]) => this.consents.latest(agencyOf(context), ids);
    return one(context, 'latest consent', load).load(companionshipId);
  }

  /** Papers behind a consent that the viewer sees. */
  async papersOf(context: GraphqlContext, consentId: string): Promise<readonly PaperView[]> {
    const load = async (ids: readonly string[]) => {
      const papers = await this.documents.ofRecords(agencyOf(context), ids);
      return new Map(ids.map((id) => [id, papers.filter(({ recordId }) => recordId === id)]));
    };
    return (await one(context, 'papers of consent', load).load(consentId)) ?? [];
  }

  async contacts(context: GraphqlContext, companionshipId: string): Promise<readonly ContactView[]> {
    const load = (ids: readonly string[]) => this.contactsOfPairs.latest(agencyOf(context), ids);
    return (await one(context, 'contacts of pair', load).load(companionshipId)) ?? [];
  }

  async nextSteps(context: GraphqlContext, companionshipId: string): Promise<readonly NextStepView[]> {
    const load = (ids: readonly string[]) => this.nextStepsOfPairs.ofPairs(agencyOf(context), ids);
    return (await one(context, 'next steps of pair', load).load(companionshipId)) ?? [];
  }

  telling(context: GraphqlContext, companionshipId: string): Promise<TellingView | undefined> {
    const load = (ids: readonly string[]) => this.tellings.latest(agencyOf(context), ids);
    return one(context, 'telling of pair', load).load(companionshipId);
  }

  /** What stands between a pair and Active, on its start date or today. */
  async blockers(context: GraphqlContext, pair: CompanionshipView): Promise<readonly Blocker[]> {
    const today = await this.today(context);
    const loader = perRequest(
      context,
      'blockers',
      () =>
        new DataLoader<CompanionshipView, readonly Blocker[]>(async (pairs) => {
          const found = await this.gate.blockers(pairs, today);
          return pairs.map((each) => found.get(each.id) ?? []);
        }),
    );
    return loader.load(pair);
  }

  today(context: GraphqlContext): Promise<LocalDate> {
    return perRequest(context, 'today', () => this.agencies.today(agencyOf(context)));
  }
}

function one<Value>(
  context: GraphqlContext,
  key: string,
  load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): DataLoader<string, Value | undefined> {
  return perRequest(
    context,
    key,
    () =>
      new DataLoader<string, Value | undefined>(async (ids) => {
        const found = await load(ids);
        return ids.map((id) => found.get(id));
      }),
  );
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('BUG: a pair without its volunteer or child');
  return value;
}

/** A pair belongs where its child does: what the viewer may touch there. */
function rowsOf({ actor }: GraphqlContext): Rows {
  if (!actor) throw new Error('BUG: a field of the agency was reached without an actor');
  return rowsFor(actor, 'companionship.read');
}

function agencyOf(context: GraphqlContext): AgencyId {
  if (!context.actor) throw new Error('BUG: a field of the agency was reached without an actor');
  return context.actor.agencyId;
}
