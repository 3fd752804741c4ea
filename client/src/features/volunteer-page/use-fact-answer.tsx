import { useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { ReactNode } from 'react';
import type { FactRefusal } from '../../gql/graphql.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { REFUSAL_WORDS } from './fact-words.js';

type Answer =
  | { readonly __typename: 'Volunteer' }
  | { readonly __typename: 'FactRefused'; readonly why: FactRefusal }
  | {
      readonly __typename: 'InvalidInput';
      readonly fields: readonly { readonly field: string; readonly code: string }[];
    }
  | { readonly __typename: 'NotFound' };

export interface Handlers {
  readonly done: () => void;
  readonly fields: (fields: readonly { readonly field: string; readonly code: string }[]) => void;
  readonly problem: (words: ReactNode) => void;
  readonly reload: () => void;
}

/** What each answer to writing down, or taking back, does on a form. */
export function useFactAnswer() {
  const { i18n } = useLingui();
  return (answer: Answer, { done, fields, problem, reload }: Handlers): void => {
    switch (answer.__typename) {
      case 'Volunteer':
        return done();
      case 'FactRefused':
        return problem(i18n._(REFUSAL_WORDS[answer.why]));
      case 'InvalidInput':
        return fields(answer.fields);
      case 'NotFound':
        return problem(<CommonRefusal kind={answer.__typename} reload={reload} />);
      default:
        return assertUnreachable(answer);
    }
  };
}
