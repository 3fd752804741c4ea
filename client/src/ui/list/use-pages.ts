import { useState } from 'react';
import { useClient, useQuery, type CombinedError, type TypedDocumentNode } from 'urql';

/** A Relay connection, as far as a list needs it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
  readonly totalCount: number;
}

export interface Pages<Data, Node> {
  /** The answer to the first page; undefined until it has come. */
  readonly first: Data | undefined;
  readonly rows: readonly Node[];
  readonly totalCount: number;
  readonly fetching: boolean;
  readonly error: CombinedError | undefined;
  readonly more: { readonly load: () => void; readonly loading: boolean } | undefined;
  readonly reload: () => void;
}

/** The pages of a list that were asked for so far, one after the other. Another filter begins anew. */
export function usePages<Data, Variables extends { after?: string | null | undefined }, Node>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  connectionOf: (data: Data) => Connection<Node>,
): Pages<Data, Node> {
  const client = useClient();
  const [{ data, error, fetching }, ask] = useQuery({ query, variables });
  const key = JSON.stringify(variables);
  const [kept, setKept] = useState<{ readonly key: string; readonly pages: readonly Connection<Node>[] }>({
    key,
    pages: [],
  });
  const [following, setFollowing] = useState<{ readonly loading: boolean; readonly error?: CombinedError | undefined }>(
    { loading: false },
  );
  const later = kept.key === key ? kept.pages : [];
  const head = data ? connectionOf(data) : undefined;
  const last = later.at(-1) ?? head;

  const load = async (): Promise<void> => {
    setFollowing({ loading: true });
    const after = last?.pageInfo.endCursor ?? null;
    const answer = await client.query(query, { ...variables, after }).toPromise();
    setFollowing({ loading: false, error: answer.error });
    if (answer.data) setKept({ key, pages: [...later, connectionOf(answer.data)] });
  };

  return {
    first: data,
    rows: [...(head ? [head] : []), ...later].flatMap(({ edges }) => edges.map(({ node }) => node)),
    totalCount: head?.totalCount ?? 0,
    fetching,
    error: error ?? following.error,
    more: last?.pageInfo.hasNextPage ? { load: () => void load(), loading: following.loading } : undefined,
    reload: () => {
      setKept({ key, pages: [] });
      ask({ requestPolicy: 'network-only' });
    },
  };
}
