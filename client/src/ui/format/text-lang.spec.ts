import { dataLang, sentenceLang } from './text-lang.js';

describe('the language of data', () => {
  it('is left to the page where nothing tells', () => {
    expect(dataLang('2026-11-22')).toBeUndefined();
    expect(dataLang('')).toBeUndefined();
  });

  it.each(['彭晓棠', 'A 组', '𠮷田'])('is Chinese for %s', (text) => {
    expect(dataLang(text)).toBe('zh-CN');
  });
});

describe('the language of a sentence', () => {
  it('is English without any Chinese', () => {
    expect(sentenceLang('A companionship waits for your answer')).toBe('en');
  });

  it('is Chinese, also around a foreign word', () => {
    expect(sentenceLang('请打开 Tongxing 看看')).toBe('zh-CN');
  });
});
