import { escapeHtml, toMail, toSms } from './message.js';

const base = { template: 'proposalAccepted' as const, locale: 'en' as const, to: 'a@example.org', path: '/volunteer' };

describe('a message as it leaves', () => {
  it('escapes what comes from people', () => {
    const mail = toMail({ ...base, params: { agency: '<img src=x onerror="alert(1)">' } }, 'https://t.example');
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain(escapeHtml('<img src=x onerror="alert(1)">'));
  });

  it('loads nothing from anywhere', () => {
    const { html } = toMail({ ...base, params: { agency: 'A' } }, 'https://t.example');
    expect(html).not.toMatch(/<(img|script|link|iframe|object)|url\(|@import/i);
    expect([...html.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'https://t.example/volunteer',
    ]);
  });

  it('says the same in text, with the link', () => {
    const { text, subject } = toMail({ ...base, params: { agency: 'A' } }, 'https://t.example');
    expect(subject).toBe('A companionship awaits your answer');
    expect(text).toContain('Have a look: https://t.example/volunteer');
  });

  it('keeps an SMS short: signature, title and link', () => {
    const { text } = toSms({ ...base, locale: 'zh-CN', params: { agency: '甲' } }, 'https://t.example');
    expect(text).toBe('【同行】有一段成长陪伴在等您的回答 https://t.example/volunteer');
  });
});
