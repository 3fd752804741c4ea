// In which language data is written, for voices, fonts and line breaks: names and letters keep theirs on any page.

const HAN = /\p{Script=Han}/u;

/** For data that people wrote: `zh-CN` where it holds Chinese, else whatever the page around says. */
export const dataLang = (text: string): 'zh-CN' | undefined => (HAN.test(text) ? 'zh-CN' : undefined);

/** For sentences that the server wrote in one of our two languages, perhaps before the reader changed theirs. */
export const sentenceLang = (text: string): 'zh-CN' | 'en' => (HAN.test(text) ? 'zh-CN' : 'en');
