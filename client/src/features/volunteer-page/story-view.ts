// One calm line of what happened with a volunteer: the newest first, year by year.
import type { VolunteerStoryQuery } from '../../gql/graphql.js';

/** What a query answers, without the names of the schema's types. */
type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? { readonly [Key in keyof T as Key extends '__typename' ? never : Key]: Plain<T[Key]> }
    : T;

export type Volunteer = Plain<NonNullable<VolunteerStoryQuery['volunteer']>>;
export type Story = NonNullable<Volunteer['story']>;
export type Fact = Story['facts'][number];
export type Kind = Story['kinds'][number];
type Pair = Volunteer['companionships'][number];
export type Paper = Volunteer['papers'][number];

export type Moment =
  | { readonly type: 'FACT'; readonly on: string; readonly fact: Fact; readonly papers: readonly Paper[] }
  | { readonly type: 'SERVICE_BEGAN' | 'SERVICE_ENDED' | 'STOPPED' | 'RESUMED'; readonly on: string }
  | { readonly type: 'KIND_BEGAN' | 'KIND_ENDED'; readonly on: string; readonly kind: Kind }
  | { readonly type: 'PAIR_BEGAN' | 'PAIR_ENDED'; readonly on: string; readonly pair: Pair };
export interface Year {
  readonly year: string;
  readonly moments: readonly Moment[];
}

/** Days ahead are left out: a story tells what has been. */
export function yearsOf(volunteer: Pick<Volunteer, 'papers' | 'companionships'>, story: Story, today: string): Year[] {
  const moments: Moment[] = [
    ...story.facts.map((fact): Moment => {
      const papers = volunteer.papers.filter(({ factId }) => factId === fact.id);
      return { type: 'FACT', on: fact.happenedOn, fact, papers };
    }),
    ...story.service.flatMap((span) => ends(span, 'SERVICE_BEGAN', 'SERVICE_ENDED')),
    ...story.stops.flatMap((span) => ends(span, 'STOPPED', 'RESUMED')),
    ...story.kinds.flatMap((kind): Moment[] => [
      { type: 'KIND_BEGAN', on: kind.startsOn, kind },
      ...(kind.endsOn ? [{ type: 'KIND_ENDED', on: kind.endsOn, kind } as const] : []),
    ]),
    ...volunteer.companionships.flatMap((pair): Moment[] => [
      ...(pair.startsOn ? [{ type: 'PAIR_BEGAN', on: pair.startsOn, pair } as const] : []),
      ...(pair.startsOn && pair.endedOn ? [{ type: 'PAIR_ENDED', on: pair.endedOn, pair } as const] : []),
    ]),
  ];
  const past = moments.filter(({ on }) => on <= today).sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const years = [...new Set(past.map(({ on }) => on.slice(0, 4)))];
  return years.map((year) => ({ year, moments: past.filter(({ on }) => on.startsWith(year)) }));
}

type SpanEnd = 'SERVICE_BEGAN' | 'SERVICE_ENDED' | 'STOPPED' | 'RESUMED';

function ends(span: Story['service'][number], began: SpanEnd, ended: SpanEnd): Moment[] {
  return [{ type: began, on: span.startsOn }, ...(span.endsOn ? [{ type: ended, on: span.endsOn }] : [])];
}

/** Kinds that hold on a day. */
export const kindsNow = ({ kinds }: Story, today: string): readonly Kind[] =>
  kinds.filter(({ startsOn, endsOn }) => startsOn <= today && (!endsOn || endsOn >= today));

/** Papers on the page that stand behind no fact yet. */
export const freePapers = (papers: readonly Paper[], purpose: Paper['purpose']): readonly Paper[] =>
  papers.filter((paper) => paper.purpose === purpose && !paper.factId);
