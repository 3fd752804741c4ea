import { Companionship } from './companionships/companionship.entity.js';
import { MatchProposal, MatchRun, MatchRunDocument, MatchWeightTable } from './runs/match-run.entity.js';
import { CompanionshipContact } from './companionships/contacts/companionship-contact.entity.js';
import { CompanionshipNextStep } from './companionships/next-steps/next-step.entity.js';
import { HandedOnItem } from './companionships/handing-on/handed-on-item.entity.js';
import { Telling } from './companionships/tellings/telling.entity.js';

export { Companionships } from './companionships/companionships.js';
export { CoverRows } from './companionships/covers/cover-rows.js';
export { CompanionshipsRepository, type CompanionshipView } from './companionships/companionships.repository.js';
export { Contacts } from './companionships/contacts/contacts.js';
export { Covers } from './companionships/covers/covers.js';
export { FamilyLinks } from './companionships/family-links.js';
export { HandingOn } from './companionships/handing-on/handing-on.js';
export { Guardians } from './companionships/guardians.js';
export { MyCompanionships } from './companionships/my-companionships.js';
export { MyCompanionshipType } from './companionships/api/my-companionship.types.js';
export { NextSteps } from './companionships/next-steps/next-steps.js';
export { OwnPairs } from './companionships/own-pairs.js';
export { PairHistory } from './companionships/pair-history.js';
export { PairLists } from './companionships/pair-lists.js';
export { Pauses } from './companionships/pauses.js';
export { Tellings } from './companionships/tellings/tellings.js';
export { MatchRuns } from './runs/match-runs.js';
export { EngineProcess } from './runs/engine-process.js';
export type { OpenPerformer, Order, Performer } from './runs/engine-messages.js';
export { NotWanted, RunPerformer } from './runs/run-performer.js';
export { Proposals } from './runs/proposals.js';
export { MatchingModule } from './matching.module.js';

/** Tables of this module. */
export const MATCHING_ENTITIES = [
  MatchRun,
  MatchRunDocument,
  MatchProposal,
  MatchWeightTable,
  Companionship,
  CompanionshipContact,
  CompanionshipNextStep,
  HandedOnItem,
  Telling,
];
