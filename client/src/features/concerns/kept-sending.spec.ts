import { sendKept, type SendOutcome } from './kept-sending.js';

function device(ids: readonly string[]) {
  const left = [...ids];
  const forget = (id: string) => {
    left.splice(left.indexOf(id), 1);
    return Promise.resolve();
  };
  return { left, kept: { rows: () => Promise.resolve([...left]), forget } };
}
const always = (outcome: SendOutcome) => () => Promise.resolve(outcome);
const anybody = () => true;

describe('sending what is kept', () => {
  it('forgets nothing that was not answered, and asks no further once the line is gone', async () => {
    const { left, kept } = device(['a', 'b']);
    const asked: string[] = [];
    const send = (id: string) => {
      asked.push(id);
      return Promise.resolve<SendOutcome>('LATER');
    };
    expect(await sendKept(kept, anybody, send)).toEqual({ arrived: 0, refused: 0, waiting: 2 });
    expect(asked).toEqual(['a']);
    expect(left).toEqual(['a', 'b']);
  });

  it('leaves alone what is somebody else’s', async () => {
    const { left, kept } = device(['mine', 'theirs']);
    expect(await sendKept(kept, (id) => id === 'mine', always('ARRIVED'))).toEqual({
      ...{ arrived: 1, refused: 0, waiting: 0 },
    });
    expect(left).toEqual(['theirs']);
  });

  it('says how many arrived and how many were refused, and goes on after a refusal', async () => {
    const { left, kept } = device(['a', 'b']);
    const send = (id: string) => Promise.resolve<SendOutcome>(id === 'a' ? 'REFUSED' : 'ARRIVED');
    expect(await sendKept(kept, anybody, send)).toEqual({ arrived: 1, refused: 1, waiting: 0 });
    expect(left).toEqual([]);
  });
});
