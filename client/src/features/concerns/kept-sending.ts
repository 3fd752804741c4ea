// What is kept is sent when the line is back: in order, each once, by the account whose it is or by the card.

export type SendOutcome =
  /** It arrived; or the server refuses it for good, and the words say so. */
  'ARRIVED' | 'REFUSED' | 'LATER';

export interface Kept<Row> {
  readonly rows: () => Promise<readonly Row[]>;
  readonly forget: (row: Row) => Promise<void>;
}
export interface SentCount {
  readonly arrived: number;
  readonly refused: number;
  readonly waiting: number;
}

/** Sends what this reader may send. The first that cannot be sent yet ends the round: the line is not there. */
export async function sendKept<Row>(
  kept: Kept<Row>,
  mine: (row: Row) => boolean,
  send: (row: Row) => Promise<SendOutcome>,
): Promise<SentCount> {
  const rows = (await kept.rows()).filter(mine);
  let [arrived, refused] = [0, 0];
  for (const row of rows) {
    const outcome = await send(row);
    if (outcome === 'LATER') break;
    // Only now: what was not answered stays where it is.
    await kept.forget(row);
    if (outcome === 'ARRIVED') arrived += 1;
    else refused += 1;
  }
  return { arrived, refused, waiting: rows.length - arrived - refused };
}
