// @ts-check
// An SMTP server that keeps what it takes, as a mailbox does: a mail whose Message-ID it has already is dropped.
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../lib/ports.mjs';

/**
 * @param {(taken: number) => void} onTaken called at the moment a mail is in, before its sender is told so
 */
export async function startMailbox(onTaken) {
  /** @type {Map<string, number>} Message-ID → how often it came */
  const mails = new Map();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, answer) {
      /** @type {Buffer[]} */
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(({ messageId }) => {
          const id = messageId ?? 'none';
          mails.set(id, (mails.get(id) ?? 0) + 1);
          onTaken(mails.size);
          answer();
        }, answer);
      });
    },
  });
  // A sender that is killed mid-sentence is what this is about.
  server.on('error', () => undefined);
  const port = await freePort();
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve(undefined))),
  };
}
