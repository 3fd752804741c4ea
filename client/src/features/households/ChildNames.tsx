import { Trans } from '@lingui/react/macro';
import type { PseudonymAudience } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFamilyWords } from './use-family-words.js';

export interface ChildNamesProps {
  readonly names: readonly { readonly audience: PseudonymAudience; readonly pseudonym: string }[];
}

/** By which name each audience knows the child: no two can join what they know. */
export function ChildNames({ names }: ChildNamesProps) {
  const words = useFamilyWords();
  return (
    <>
      <Facts>
        {names.map(({ audience, pseudonym }) => (
          <Fact key={audience} name={words.audience(audience)}>
            {pseudonym}
          </Fact>
        ))}
      </Facts>
      <p>
        <Trans>给每一方的化名都不同，第一次需要时才取。</Trans>
      </p>
    </>
  );
}
