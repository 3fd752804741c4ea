// The words of the settings, for the audit trail; it names `features/settings` among its catalogues.
export { settingValueWords, settingWords } from './setting-words.js';
