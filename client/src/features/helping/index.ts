export { HelpingLink } from './HelpingLink.js';
export { HelperQuestion } from './HelperQuestion.js';
