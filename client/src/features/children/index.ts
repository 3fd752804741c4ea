// The words for how soon somebody is wished for; who shows them names `features/children` among its catalogues.
export { priorityWords } from './priority-words.js';
