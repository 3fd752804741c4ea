// The two ways out of the platform, against a real SMTP server and a real HTTP provider on this machine.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { JobRefused } from '../../platform/outbox/index.js';
import { HttpSms, SmsNotTaken } from './http-sms.js';
import { MissingMail, MissingSms } from './missing.js';
import { MailNotTaken, SmtpMail } from './smtp-mail.js';

const delivery = { key: '0190-key', agencyId: 'a', signal: new AbortController().signal };
const mail = { to: 'anna@example.org', subject: '标题', text: '正文', html: '<p>正文</p>' };

const headOf = (sent: Email | undefined, name: string) => sent?.headers.find(({ key }) => key === name)?.value;

describe('mail by SMTP', () => {
  const taken: Email[] = [];
  let answer: { on: 'to' | 'data'; code: number } | undefined;
  let server: SMTPServer;
  let channel: SmtpMail;

  const refusal = (on: 'to' | 'data') =>
    answer?.on === on ? Object.assign(new Error(`no ${mail.to}`), { responseCode: answer.code }) : null;

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_address, _session, done) => done(refusal('to')),
      onData(stream, _session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const refused = refusal('data');
          if (refused) {
            done(refused);
            return;
          }
          PostalMime.parse(Buffer.concat(chunks)).then((parsed) => {
            taken.push(parsed);
            done();
          }, done);
        });
      },
    });
    const { port } = (await listening(server.listen(0, '127.0.0.1'))).address() as AddressInfo;
    channel = new SmtpMail(`smtp://127.0.0.1:${port}`, '同行 <no-reply@t.example>', 'https://t.example');
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  beforeEach(() => {
    answer = undefined;
  });

  it('gives up on a recipient whom the server refuses for good', async () => {
    answer = { on: 'to', code: 550 };
    const error: unknown = await channel.send(mail, delivery).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(JobRefused);
    expect(error).toMatchObject({ code: 'MAIL_ADDRESS_REFUSED' });
  });

  it.each([
    ['a recipient for now', 'to' as const, 451, 'SMTP_451'],
    ['the mail itself', 'data' as const, 552, 'SMTP_552'],
  ])('will try again when the server refuses %s, and repeats none of its words', async (_, on, code, expected) => {
    answer = { on, code };
    const error: unknown = await channel.send(mail, delivery).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MailNotTaken);
    expect(error).toMatchObject({ code: expected });
    expect(String(error)).not.toContain('anna');
  });

  it('will try again when nobody listens', async () => {
    const nobody = new SmtpMail('smtp://127.0.0.1:9', 'a@b.example', 'https://t.example');
    await expect(nobody.send(mail, delivery)).rejects.toMatchObject({ code: 'SMTP_UNREACHABLE' });
  });

  it('sends text and page, and repeats itself under the same Message-ID', async () => {
    await channel.send(mail, delivery);
    await channel.send(mail, delivery);
    expect(taken.map(({ messageId }) => messageId)).toEqual(['<0190-key@t.example>', '<0190-key@t.example>']);
    expect(taken[0]).toMatchObject({ subject: '标题', from: { name: '同行', address: 'no-reply@t.example' } });
    expect([taken[0]?.text?.trim(), taken[0]?.html?.trim()]).toEqual(['正文', '<p>正文</p>']);
    expect(headOf(taken[0], 'auto-submitted')).toBe('auto-generated');
    expect(headOf(taken[0], 'list-unsubscribe')).toBeUndefined();
  });

  it('lets a mailbox stop what may be stopped by one click (RFC 8058), and promises no click where there is no https', async () => {
    const url = `https://t.example/u/v1.ring.${'Zm9v'.repeat(60)}`;
    await channel.send({ ...mail, unsubscribe: url }, delivery);
    const sent = taken.at(-1);
    expect(headOf(sent, 'list-unsubscribe')).toBe(`<${url}>`);
    expect(headOf(sent, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    await channel.send({ ...mail, unsubscribe: 'http://localhost/u/x' }, delivery);
    expect(headOf(taken.at(-1), 'list-unsubscribe')).toBe('<http://localhost/u/x>');
    expect(headOf(taken.at(-1), 'list-unsubscribe-post')).toBeUndefined();
  });
});

describe('SMS by HTTP', () => {
  const asked: { headers: IncomingHttpHeaders; body: string }[] = [];
  let status = 200;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push({ headers: request.headers, body });
        response.writeHead(status).end('+8613800138000 said no');
      });
    });
    const { port } = (await listening(server.listen(0, '127.0.0.1'))).address() as AddressInfo;
    url = `http://127.0.0.1:${port}/send`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const send = () => new HttpSms(url, 'token-of-ours').send({ to: '+8613800138000', text: '【同行】你好' }, delivery);

  it('gives up where the provider says that the message is wrong', async () => {
    status = 422;
    const error: unknown = await send().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(JobRefused);
    expect(error).toMatchObject({ code: 'SMS_422' });
  });

  it.each([401, 403, 408, 429, 500, 503])('will try again after %s', async (code) => {
    status = code;
    const error: unknown = await send().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(SmsNotTaken);
    expect(String(error)).not.toContain('13800138000');
  });

  it('posts recipient and text with token and idempotency key', async () => {
    status = 202;
    await expect(send()).resolves.toBeUndefined();
    const { headers, body } = asked.at(-1) ?? { headers: {}, body: '' };
    expect(headers).toMatchObject({ authorization: 'Bearer token-of-ours', 'idempotency-key': '0190-key' });
    expect(JSON.parse(body)).toEqual({ to: '+8613800138000', text: '【同行】你好' });
  });
});

describe('a production platform without a provider', () => {
  it('pretends nothing', async () => {
    await expect(new MissingMail().send()).rejects.toMatchObject({ code: 'SMTP_URL_MISSING' });
    await expect(new MissingSms().send()).rejects.toMatchObject({ code: 'SMS_URL_MISSING' });
  });
});

async function listening(server: NetServer): Promise<NetServer> {
  if (!server.listening) await once(server, 'listening');
  return server;
}
