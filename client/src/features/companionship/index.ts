// The words for a companionship's state, for other pages of the desk.
export { STATE_WORDS, type StateWords } from './companionship-words.js';
export { settingNumber } from './settings-view.js';
