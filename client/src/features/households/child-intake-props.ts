// What the card and the form of a child's intake are given.
import type { ChildQuery } from '../../gql/graphql.js';

type Child = NonNullable<ChildQuery['child']>;
export interface ChildIntakeCardProps {
  readonly child: Pick<Child, 'id' | 'intake' | 'needsByPriority'>;
  readonly reload: () => void;
}
