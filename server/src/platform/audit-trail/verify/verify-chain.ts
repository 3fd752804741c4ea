// Says of one agency's audit whether it is whole: every link by itself, its stated end, and what was anchored outside.
import { GENESIS, hashOf } from '../chain.js';
import type { AnchorLine, ChainEnd, Seal } from '../anchor/anchor-line.js';
import type { AnchorTarget } from '../anchor/anchor-target.js';
import type { ChainSource, StoredLink } from './chain-source.js';
import { bindingLines, summariseAnchor } from './read-anchor.js';

/** Rows held at once: memory stays the same however long the chain is. */
const PAGE = 1_000;
const BEFORE_ALL = -(2 ** 31);
/** Rows that wait longer than this were not anchored as they should have been. */
const OVERDUE_MS = 60_000;

/**
 * LINK: a row does not follow the one before. HEAD: the chain does not end where the database says. ANCHOR: it is not
 * what was anchored. ANCHOR_FILE: the anchor itself was altered. NOT_ANCHORED: rows older than a minute that no line covers.
 */
export type ChainProblem =
  | { readonly code: 'LINK' | 'HEAD' | 'ANCHOR' | 'NOT_ANCHORED'; readonly sequence: number }
  | { readonly code: 'ANCHOR_FILE'; readonly file: string; readonly line: number };

export interface ChainVerdict {
  readonly agencyId: string;
  readonly rows: number;
  /** First row that was looked at; 1 unless only the newest were asked for. */
  readonly from: number;
  readonly firstAt?: string | undefined;
  readonly anchored?: { readonly sequence: number; readonly at: string } | undefined;
  readonly gaps: number;
  readonly restores: readonly { readonly sequence: number; readonly at: string }[];
  /** Empty: whole. */
  readonly problems: readonly ChainProblem[];
}

export interface Verification {
  readonly chain: ChainSource;
  readonly anchor: AnchorTarget;
  readonly seal: Seal;
  readonly now: string;
  /** Only so many of the newest rows, and only the anchor's months since `sinceMonth`: for a page that waits. */
  readonly newest?: { readonly rows: number; readonly sinceMonth: string } | undefined;
}

export async function verifyChain(agencyId: string, verification: Verification): Promise<ChainVerdict> {
  const { anchor, chain, seal, newest } = verification;
  // In this order: the chain only grows, so that it is at least as long as anything anchored before it is read.
  const summary = await summariseAnchor(anchor, agencyId, seal, newest?.sinceMonth);
  const head = await chain.head(agencyId);
  const start = await startOf(agencyId, head, verification);
  const lines = new AnchoredEnds(agencyId, chain, bindingLines(anchor, agencyId, summary, newest?.sinceMonth), start);
  const walked = await walk(agencyId, chain, start, lines, {
    headAt: head?.sequence,
    anchoredTo: summary.last?.sequence ?? 0,
  });
  const problems: ChainProblem[] = [];
  if (summary.broken) problems.push({ code: 'ANCHOR_FILE', ...summary.broken });
  if (walked.brokenAt !== undefined) problems.push({ code: 'LINK', sequence: walked.brokenAt });
  else if (lines.differsAt === undefined && (await endsElsewhere(agencyId, walked, head, chain))) {
    problems.push({ code: 'HEAD', sequence: Math.min(walked.end.sequence, head?.sequence ?? 0) + 1 });
  }
  if (lines.differsAt !== undefined) problems.push({ code: 'ANCHOR', sequence: lines.differsAt });
  const { unanchoredAt } = walked;
  if (unanchoredAt !== undefined && Date.parse(verification.now) - Date.parse(unanchoredAt) > OVERDUE_MS) {
    problems.push({ code: 'NOT_ANCHORED', sequence: (summary.last?.sequence ?? 0) + 1 });
  }
  return {
    agencyId,
    rows: walked.end.sequence,
    from: start.sequence + 1,
    firstAt: walked.firstAt,
    anchored: summary.last && { sequence: summary.last.sequence, at: summary.last.at },
    gaps: summary.gaps,
    restores: summary.restores.map(({ sequence, at }) => ({ sequence, at })),
    problems,
  };
}

async function startOf(
  agencyId: string,
  head: ChainEnd | undefined,
  { chain, newest }: Verification,
): Promise<ChainEnd> {
  const sequence = newest ? Math.max(0, (head?.sequence ?? 0) - newest.rows) : 0;
  const hash = sequence === 0 ? GENESIS : await chain.hashAt(agencyId, sequence);
  return { sequence, hash: hash ?? '' };
}

interface Walked {
  readonly end: ChainEnd;
  readonly firstAt?: string | undefined;
  /** The hash of the row at which the database said the chain ended before the walk began. */
  readonly headHash?: string | undefined;
  readonly brokenAt?: number | undefined;
  /** When the oldest row was written that no line of the anchor covers. */
  readonly unanchoredAt?: string | undefined;
}

async function walk(
  agencyId: string,
  chain: ChainSource,
  start: ChainEnd,
  lines: AnchoredEnds,
  ends: { readonly headAt: number | undefined; readonly anchoredTo: number },
): Promise<Walked> {
  let walked: Walked = { end: start, headHash: start.sequence === ends.headAt ? start.hash : undefined };
  // A row put in front of the first would otherwise never be looked at.
  let from = start.sequence === 0 ? BEFORE_ALL : start.sequence;
  for (;;) {
    const rows = await chain.after(agencyId, from, PAGE);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (!follows(row, walked.end)) return { ...walked, brokenAt: walked.end.sequence + 1 };
      walked = {
        end: row,
        firstAt: walked.firstAt ?? row.at,
        headHash: row.sequence === ends.headAt ? row.hash : walked.headHash,
        unanchoredAt: walked.unanchoredAt ?? (row.sequence > ends.anchoredTo ? row.at : undefined),
      };
      if (await lines.differsFrom(row)) return walked;
    }
    from = walked.end.sequence;
  }
  await lines.endAt(walked.end);
  return walked;
}

const follows = (row: StoredLink, end: ChainEnd): boolean =>
  row.sequence === end.sequence + 1 && row.previousHash === end.hash && row.hash === hashOf(row);

/** Whether the end that the database states is not the end that is there. Rows may have come since it was read. */
async function endsElsewhere(
  agencyId: string,
  { end, headHash }: Walked,
  head: ChainEnd | undefined,
  chain: ChainSource,
): Promise<boolean> {
  if (!head) return end.sequence > 0;
  if (head.sequence > end.sequence || (headHash ?? GENESIS) !== head.hash) return true;
  return end.sequence > head.sequence && ((await chain.head(agencyId))?.sequence ?? 0) < end.sequence;
}

/** Walks the anchor's lines beside the chain, which has them in the same order but where a start found it changed. */
class AnchoredEnds {
  differsAt: number | undefined;
  #next: AnchorLine | undefined;
  #begun = false;

  constructor(
    private readonly agencyId: string,
    private readonly chain: ChainSource,
    private readonly lines: AsyncGenerator<AnchorLine, void, undefined>,
    private readonly start: ChainEnd,
  ) {}

  /** Compares a row with the lines that name it. */
  async differsFrom(row: ChainEnd): Promise<boolean> {
    if (!this.#begun) await this.#advance(row.sequence - 1);
    while (this.#next?.sequence === row.sequence) {
      if (this.#next.hash !== row.hash) this.differsAt = row.sequence;
      await this.#advance(row.sequence);
    }
    return this.differsAt !== undefined;
  }

  /** After the last row: whatever is anchored beyond it is gone. */
  async endAt(end: ChainEnd): Promise<void> {
    if (!this.#begun) await this.#advance(end.sequence);
    if (this.#next && this.differsAt === undefined) this.differsAt = end.sequence + 1;
  }

  /** To the next line beyond a row; those that look back are compared by themselves. */
  async #advance(passed: number): Promise<void> {
    this.#begun = true;
    for (;;) {
      const { value: line } = await this.lines.next();
      this.#next = line ?? undefined;
      if (!line || line.sequence > passed) return;
      if (line.sequence <= this.start.sequence || line.sequence === 0) continue;
      const hash = await this.chain.hashAt(this.agencyId, line.sequence);
      if (hash !== line.hash) this.differsAt ??= line.sequence;
    }
  }
}
