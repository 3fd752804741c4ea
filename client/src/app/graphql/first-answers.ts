// What early.js asked before the client was there. Each answer is taken once, by the first request that asks the same.

declare global {
  interface Window {
    tongxingFirstAnswers?: Record<string, Promise<Response>>;
  }
}

type Answers = Record<string, Promise<Response>>;

/** Older than this, the answer may no longer be true: it is asked anew. */
const FRESH_MS = 10_000;

/** The id of a request without variables; undefined where it is none. */
function questionOf(body: unknown): string | undefined {
  if (typeof body !== 'string') return undefined;
  const { documentId, variables } = JSON.parse(body) as { readonly documentId?: unknown; readonly variables?: object };
  return typeof documentId === 'string' && Object.keys(variables ?? {}).length === 0 ? documentId : undefined;
}

/** As `fetch`, but a question that was asked early is not asked twice. `age`: milliseconds since the page began. */
export function firstFetch(answers: Answers, ask: typeof fetch, age: () => number): typeof fetch {
  return (input, init) => {
    const question = questionOf(init?.body);
    const early = question === undefined ? undefined : answers[question];
    if (question === undefined || early === undefined) return ask(input, init);
    delete answers[question];
    if (age() > FRESH_MS) return ask(input, init);
    return early.catch(() => ask(input, init));
  };
}
