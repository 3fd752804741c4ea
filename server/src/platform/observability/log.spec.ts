import { Log, type LogFields } from './log.js';

const lines = (use: (log: Log) => void): string[] => {
  const written: string[] = [];
  use(new Log('trace', { write: (line: string) => void written.push(line) }));
  return written;
};

describe('the log', () => {
  it('writes what is on its list', () => {
    const [line] = lines((log) => log.info({ event: 'job', kind: 'message.send', attempt: 2, outcome: 'done' }));
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'info',
      event: 'job',
      kind: 'message.send',
      attempt: 2,
      outcome: 'done',
    });
  });

  it('drops what is not, however it came in', () => {
    const more = { event: 'job', name: '王小明', variables: { phone: '13800138000' }, cookie: 'secret' };
    const [line] = lines((log) => log.info(more as LogFields));
    expect(line).not.toMatch(/王小明|13800138000|secret/);
  });

  it('never writes the words of an error', () => {
    const [line] = lines((log) => log.error({ event: 'bug', error: new Error('王小明 13800138000') }));
    expect(line).not.toMatch(/王小明|13800138000/);
    expect(line).toContain('log.spec');
  });
});
