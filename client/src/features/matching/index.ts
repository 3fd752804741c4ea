// What other pages of the desk show of the matching; they name `features/matching` among their catalogues.
export { SuggestedChildren, SuggestedVolunteers } from './Suggestions.js';
export { ScoreTable } from './ScoreTable.js';
export { reasonWords } from './criterion-words.js';
