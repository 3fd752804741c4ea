import { Global, Module } from '@nestjs/common';
import { ChildCompanions, ChildrenModule } from '../children/index.js';
import { DisclosureModule } from '../disclosure/index.js';
import { DocumentsModule } from '../documents/index.js';
import { SigningModule } from '../signing/index.js';
import {
  ChildCompanionshipResolver,
  CompanionshipFieldsResolver,
  ConsentFieldsResolver,
  PlanFieldsResolver,
  VolunteerCompanionshipsResolver,
} from './companionships/api/companionship-fields.resolver.js';
import { CompanionshipResolver } from './companionships/api/companionship.resolver.js';
import { FamilyCodeResolver } from './companionships/api/family-code.resolver.js';
import { FamilyLinkResolver } from './companionships/api/family-link.resolver.js';
import { GuardianLinkController } from './companionships/api/guardian-link.controller.js';
import { MyCompanionshipResolver } from './companionships/api/my-companionship.resolver.js';
import { CompanionshipStepsResolver } from './companionships/api/steps.resolver.js';
import { SupervisedResolver } from './companionships/api/supervised.resolver.js';
import { CompanionshipGate } from './companionships/companionship-gate.js';
import { Companionships } from './companionships/companionships.js';
import { CompanionshipsRepository } from './companionships/companionships.repository.js';
import { ConsentPapers } from './companionships/consent-papers.js';
import { FamilyCodes } from './companionships/family-codes.js';
import { CalendarModule } from '../calendar/index.js';
import { ContactAppointments } from './companionships/contacts/contact-appointments.js';
import { Contacts } from './companionships/contacts/contacts.js';
import { FamilyLinks } from './companionships/family-links.js';
import { Guardians } from './companionships/guardians.js';
import { HeldChildren } from './companionships/held-children.js';
import { MyCompanionships } from './companionships/my-companionships.js';
import { OwnPairs } from './companionships/own-pairs.js';
import { PairHistory } from './companionships/pair-history.js';
import { Places } from './companionships/places.js';
import { HandingOnResolver } from './companionships/api/handing-on.resolver.js';
import { CoverResolver } from './companionships/api/cover.resolver.js';
import { CoverEnds } from './companionships/covers/cover-ends.js';
import { CoverRows } from './companionships/covers/cover-rows.js';
import { Covers } from './companionships/covers/covers.js';
import { HandedOn } from './companionships/handing-on/handed-on.js';
import { HandingOn } from './companionships/handing-on/handing-on.js';
import { NewPairs } from './companionships/new-pairs.js';
import { PairRules } from './companionships/pair-rules.js';
import { Restarts } from './companionships/restarts.js';
import { PairLists } from './companionships/pair-lists.js';
import { WorkerHandover } from './companionships/worker-handover.js';
import { Pauses } from './companionships/pauses.js';
import { StoppedCompanions } from './companionships/stopped-companions.js';
import { NextStepsResolver } from './companionships/api/next-steps.resolver.js';
import { NextSteps } from './companionships/next-steps/next-steps.js';
import { Unaccompanied } from './companionships/unaccompanied.js';
import { Tellings } from './companionships/tellings/tellings.js';
import { PairLoaders } from './pair-loaders.js';
import { PairPersonalData } from './pair-personal-data.js';
import { BoardResolver, ChildSuggestionsResolver, VolunteerSuggestionsResolver } from './runs/api/board.resolver.js';
import { ProposalResolver } from './runs/api/proposal.resolver.js';
import { MatchRunResolver } from './runs/api/run.resolver.js';
import { Boards } from './runs/boards.js';
import { EngineProcess } from './runs/engine-process.js';
import { WeightsResolver } from './runs/api/weights.resolver.js';
import { MatchEngine } from './runs/match-engine.js';
import { MatchRuns } from './runs/match-runs.js';
import { MatchWeightTables } from './runs/match-weights.js';
import { MatchSnapshots } from './runs/match-snapshots.js';
import { Proposals } from './runs/proposals.js';
import { RunDocuments } from './runs/run-documents.js';
import { RunEnds } from './runs/run-ends.js';
import { RunPerformer } from './runs/run-performer.js';
import { RunReports } from './runs/run-reports.js';
import { RunStore } from './runs/run-store.js';
import { RunProcess } from './runs/run-process.js';
import { RunWork } from './runs/run-work.js';
import { Suggestions } from './runs/suggestions.js';
import { CompanionshipsAccess } from './companionships/companionships.access.js';
import { ProposalsAccess } from './runs/proposals.access.js';

const SERVICES = [
  Companionships,
  CompanionshipsRepository,
  FamilyCodes,
  Contacts,
  CoverEnds,
  CoverRows,
  Covers,
  FamilyLinks,
  Guardians,
  HandingOn,
  MatchRuns,
  MyCompanionships,
  NextSteps,
  OwnPairs,
  PairHistory,
  PairLists,
  Pauses,
  Proposals,
  Tellings,
];
const INNER = [
  Boards,
  CompanionshipGate,
  CompanionshipsAccess,
  ConsentPapers,
  HandedOn,
  NewPairs,
  PairRules,
  EngineProcess,
  ProposalsAccess,
  MatchEngine,
  MatchSnapshots,
  MatchWeightTables,
  PairLoaders,
  PairPersonalData,
  Places,
  Restarts,
  RunDocuments,
  RunEnds,
  RunPerformer,
  RunReports,
  RunStore,
  RunProcess,
  RunWork,
  StoppedCompanions,
  Suggestions,
  Unaccompanied,
  WorkerHandover,
];
const API = [
  BoardResolver,
  ChildCompanionshipResolver,
  ChildSuggestionsResolver,
  CompanionshipFieldsResolver,
  CompanionshipResolver,
  CompanionshipStepsResolver,
  ConsentFieldsResolver,
  CoverResolver,
  FamilyCodeResolver,
  FamilyLinkResolver,
  HandingOnResolver,
  MatchRunResolver,
  MyCompanionshipResolver,
  NextStepsResolver,
  PlanFieldsResolver,
  ProposalResolver,
  SupervisedResolver,
  VolunteerCompanionshipsResolver,
  VolunteerSuggestionsResolver,
  WeightsResolver,
];

/** Global, since `children` asks it who is accompanied without importing it. */
@Global()
@Module({
  imports: [CalendarModule, ChildrenModule, DisclosureModule, DocumentsModule, SigningModule],
  controllers: [GuardianLinkController],
  providers: [ContactAppointments, ...SERVICES, ...INNER, ...API, { provide: ChildCompanions, useClass: HeldChildren }],
  exports: [...SERVICES, ChildCompanions],
})
export class MatchingModule {}
