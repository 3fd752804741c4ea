export { HelperQuestion } from './HelperQuestion.js';
