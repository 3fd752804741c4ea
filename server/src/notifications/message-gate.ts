// The gate at the one port by which words leave: a message has days, numbers, codes and links of fixed shapes, and the agency's
// own name. There is no way for what somebody wrote about a child to be in one: its shape refuses it, here and when it is sent.
import { Injectable } from '@nestjs/common';
import type { AgencyId } from '@tongxing/shared/kernel';
import { STRUCTURED_KINDS, type FindingKind } from '@tongxing/shared/release-check';
import { ReleaseChecks } from '../progress/index.js';
import type { TemplateName, TemplateParams } from './templates.js';

type KeysOf<Params> = Params extends unknown ? keyof Params : never;
/** Whatever a template of any name may need; the compiler asks for the shape of a new one. */
type ParamName = KeysOf<TemplateParams[TemplateName]>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const COUNT = /^-?\d{1,6}$/;
/** Where a page is: routes and opaque ids or secrets, so no sentence, in no script. */
const PATH = /^(?:\/[\w.~-]{1,100}={0,2})*\/?(?:\?[\w.~&=-]{1,100})?$/;
const SHAPES: Readonly<Record<Exclude<ParamName, 'agency'>, RegExp>> = {
  url: /^https?:\/\/[\w.:[\]-]+(?:\/[\w.~-]{1,100}={0,2})*$/,
  expiresOn: DAY,
  day: DAY,
  code: /^\d{4,8}$/,
  minutes: COUNT,
  step: COUNT,
  ending: COUNT,
  ended: COUNT,
  count: COUNT,
  people: COUNT,
  joined: COUNT,
  waiting: COUNT,
  kind: /^[A-Z][A-Z_]{1,40}$/,
};
const LONGEST_AGENCY_NAME = 200;
/** What must not stand in a name that goes to everybody: a number to call, an account, a child. */
const KEPT_BACK: readonly FindingKind[] = [...STRUCTURED_KINDS, 'OTHER_CHILD'];

export interface Leaving {
  readonly template: TemplateName;
  readonly params: Readonly<Record<string, string>>;
  readonly path: string | null;
  /** What is sent together. */
  readonly items?: readonly Omit<Leaving, 'items'>[] | undefined;
}

/** Names of what in a message has another shape than it should; `path` is the page's. Empty: it may go on its way. */
export function misshapen({ params, path, items = [] }: Leaving): string[] {
  const wrong = Object.entries(params).flatMap(([name, value]) => (fits(name, value) ? [] : [name]));
  const own = path === null || PATH.test(path) ? wrong : [...wrong, 'path'];
  return [...own, ...items.flatMap(misshapen)];
}

const fits = (name: string, value: string): boolean =>
  name === 'agency' ? [...value].length <= LONGEST_AGENCY_NAME : isShaped(name) && SHAPES[name].test(value);
const isShaped = (name: string): name is keyof typeof SHAPES => Object.hasOwn(SHAPES, name);

/** A mistake of ours, found where it was made: nothing of the message is written down anywhere. */
export function requireShape(leaving: Leaving): void {
  const wrong = misshapen(leaving);
  if (wrong.length > 0) throw new Error(`BUG: free text in the message ${leaving.template}: ${wrong.join(', ')}`);
}

@Injectable()
export class MessageGate {
  constructor(private readonly checks: ReleaseChecks) {}

  /**
   * The one text in a message that somebody wrote, the agency's name, through the release check. Where it holds a number, an
   * account or the name of a child whom the agency knows, the message goes without it, in general words.
   */
  async namedSafely<Message extends Leaving>(agencyId: AgencyId, message: Message): Promise<Message> {
    const { agency } = message.params;
    if (!agency) return message;
    const marks = await this.checks.of({ agencyId, child: undefined }, agency);
    const kept = marks.some(({ kind, certainty }) => certainty === 'SURE' && KEPT_BACK.includes(kind));
    if (!kept) return message;
    const { items } = message;
    return { ...unnamed(message), ...(items ? { items: items.map(unnamed) } : {}) };
  }
}

const unnamed = <One extends Pick<Leaving, 'params'>>(one: One): One => ({
  ...one,
  params: { ...one.params, agency: '' },
});
