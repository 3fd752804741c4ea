// Relay connections over lists that have a stable order and an opaque cursor.
import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Graded } from '../access/index.js';

export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 200;

@ObjectType({ description: 'Where a page stands in its list.' })
@Graded('G0')
export class PageInfo {
  @Field({ description: 'Whether more follow.' }) hasNextPage: boolean;
  @Field({ description: 'Whether others come before.' }) hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' }) startCursor: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last edge.' }) endCursor: string | null;
}

export interface EdgeOf<Node> {
  cursor: string;
  node: Node;
}
export interface ConnectionOf<Node> {
  edges: EdgeOf<Node>[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The edge and connection types of a node type: `Connection(VolunteerType, 'Volunteer')`. */
export function Connection<Node extends object>(node: () => Type<Node>, name: string): Type<ConnectionOf<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its cursor.` })
  @Graded('G0')
  class Edge implements EdgeOf<Node> {
    @Field({ description: 'Opaque; pass it as after.' }) cursor: string;
    @Field(node, { description: 'The thing itself.' }) node: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}.` })
  @Graded('G0')
  class Page implements ConnectionOf<Node> {
    @Field(() => [Edge], { description: 'In the order of the list.' }) edges: Edge[];
    @Field(() => PageInfo, { description: 'Where this page stands.' }) pageInfo: PageInfo;
    @Field(() => Int, { description: 'How many the whole list has.' }) totalCount: number;
  }
  return Page;
}

export interface PageRequest {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Where a request begins and how many rows it may have: offset cursors, for lists in a stable order. */
export function pageBounds(request: PageRequest): { readonly offset: number; readonly limit: number } {
  const limit = Math.min(Math.max(request.first ?? DEFAULT_PAGE, 1), LARGEST_PAGE);
  const decoded = request.after ? Number(Buffer.from(request.after, 'base64url').toString('utf8')) : -1;
  return { offset: Number.isSafeInteger(decoded) && decoded >= 0 ? decoded + 1 : 0, limit };
}

/** The first thousand are made once: every page asks for fifty of them. */
const CURSORS = Array.from({ length: 1_000 }, (_, index) => makeCursor(index));
const cursorAt = (index: number): string => CURSORS[index] ?? makeCursor(index);

function makeCursor(index: number): string {
  return Buffer.from(String(index)).toString('base64url');
}

/** One page of nodes as a connection. */
export function toConnection<Node>(nodes: readonly Node[], offset: number, totalCount: number): ConnectionOf<Node> {
  const edges = nodes.map((node, index) => ({ cursor: cursorAt(offset + index), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: offset + nodes.length < totalCount,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
