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

  it('says several things together, each with its own words and place, and none of them as HTML', () => {
    const agency = '<b>A</b>';
    const items = [
      { template: 'proposalAccepted' as const, params: { agency }, path: '/volunteer' },
      { template: 'importConfirmed' as const, params: { agency }, path: null },
    ];
    const params = { agency: 'A', count: '2' };
    const digest = { ...base, template: 'digest' as const, path: '/notices', params, items };
    const { html, text, subject } = toMail(digest, 'https://t.example', 'https://t.example/u/secret');
    expect(subject).toBe('2 messages for you');
    expect(html).toContain('&lt;b&gt;A&lt;/b&gt; has found a companionship');
    expect([...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'https://t.example/volunteer',
      'https://t.example/notices',
      'https://t.example/u/secret',
    ]);
    expect(text).toContain('* Your roster was confirmed\nA second colleague');
    expect(toSms({ ...digest, locale: 'zh-CN' }, 'https://t.example').text).toBe(
      '【同行】您有 2 条消息 https://t.example/notices',
    );
  });

  it('is words and nothing else: no file goes with it', () => {
    const message = { ...base, params: { agency: 'A' } };
    expect(Object.keys(toMail(message, 'https://t.example')).sort()).toEqual(['html', 'subject', 'text', 'to']);
    expect(Object.keys(toSms(message, 'https://t.example')).sort()).toEqual(['text', 'to']);
  });

  it('keeps an SMS short: signature, title and link', () => {
    const { text } = toSms({ ...base, locale: 'zh-CN', params: { agency: '甲' } }, 'https://t.example');
    expect(text).toBe('【同行】有一段成长陪伴在等您的回答 https://t.example/volunteer');
  });
});
