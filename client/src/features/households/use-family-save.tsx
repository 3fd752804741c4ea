import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { fieldWords, problemWords } from './problem-words.js';

type Refused =
  | {
      readonly __typename: 'InvalidInput';
      readonly fields: readonly { readonly field: string; readonly code: string }[];
    }
  | { readonly __typename: 'NotFound' | 'StaleVersion' };
interface Saved {
  readonly __typename: 'Household' | 'Child';
  readonly id: string;
}
interface Answer {
  readonly data?: { readonly outcome: Saved | Refused } | undefined;
  readonly error?: CombinedError | undefined;
}

/** Sends one change of a family; whatever stands against it is told in words, and what was typed stays. */
export function useFamilySave(reload: () => void) {
  const { i18n } = useLingui();
  const toast = useToast();
  const [problem, setProblem] = useState<ReactNode>(null);
  async function save(
    send: () => Promise<Answer>,
    { saved, done }: { readonly saved?: string; readonly done: (result: Saved) => void },
  ): Promise<void> {
    setProblem(null);
    const { data, error } = await send();
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const { outcome } = data;
    if (outcome.__typename === 'InvalidInput') {
      setProblem(
        <>
          <p>
            <Trans>还有几处要看一看：</Trans>
          </p>
          <ul>
            {outcome.fields.map(({ field, code }) => (
              <li key={`${field} ${code}`}>
                {i18n._(fieldWords(field))} · {i18n._(problemWords(code))}
              </li>
            ))}
          </ul>
        </>,
      );
      return;
    }
    if (!('id' in outcome)) {
      setProblem(<CommonRefusal kind={outcome.__typename} reload={reload} />);
      return;
    }
    if (saved !== undefined) toast({ message: saved });
    done(outcome);
  }
  return { problem, save };
}
