import { sendLines } from './sending.js';

const rows = ['a', 'b', 'c'].map((personId) => ({ id: `line ${personId}`, line: { personId } }));

describe('lines of a list that waited for a connection', () => {
  it('stay where they are, from the first that nobody answers', async () => {
    const forgotten: string[] = [];
    const asked: string[] = [];
    const send = ({ personId }: { personId: string }) => {
      asked.push(personId);
      return Promise.resolve(personId === 'a' ? ('ARRIVED' as const) : ('LATER' as const));
    };
    const sent = await sendLines(rows, send, (id) => Promise.resolve(void forgotten.push(id)));
    expect(sent).toEqual({ arrived: 1, refused: [], waiting: 2 });
    expect([asked, forgotten]).toEqual([['a', 'b'], ['line a']]);
  });

  it('are gone once answered, a refusal told by name', async () => {
    const forgotten: string[] = [];
    const send = ({ personId }: { personId: string }) =>
      Promise.resolve(personId === 'b' ? ('REFUSED' as const) : ('ARRIVED' as const));
    const sent = await sendLines(rows, send, (id) => Promise.resolve(void forgotten.push(id)));
    expect(sent).toEqual({ arrived: 2, refused: ['b'], waiting: 0 });
    expect(forgotten).toEqual(['line a', 'line b', 'line c']);
  });
});
