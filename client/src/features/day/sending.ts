// What waits is sent in order. The first that cannot be sent yet ends the round; an answer, even a refusal, is an end.
export interface SentLines {
  readonly arrived: number;
  /** Ids of people whom the server did not let in. */
  readonly refused: readonly string[];
  readonly waiting: number;
}
interface Waiting<Line> {
  readonly id: string;
  readonly line: Line;
}

export async function sendLines<Line extends { readonly personId: string }>(
  rows: readonly Waiting<Line>[],
  send: (line: Line) => Promise<'ARRIVED' | 'REFUSED' | 'LATER'>,
  forget: (id: string) => Promise<void>,
): Promise<SentLines> {
  const refused: string[] = [];
  let done = 0;
  for (const { id, line } of rows) {
    const answer = await send(line);
    if (answer === 'LATER') break;
    await forget(id);
    done += 1;
    if (answer === 'REFUSED') refused.push(line.personId);
  }
  return { arrived: done - refused.length, refused, waiting: rows.length - done };
}
