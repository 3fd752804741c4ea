import { Companionship } from './companionships/companionship.entity.js';
import { MatchProposal, MatchRun, MatchRunDocument } from './runs/match-run.entity.js';

export { MatchingModule } from './matching.module.js';

/** Tables of this module. */
export const MATCHING_ENTITIES = [MatchRun, MatchRunDocument, MatchProposal, Companionship];
