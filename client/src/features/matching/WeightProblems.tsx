import { useLingui } from '@lingui/react/macro';
import { criterionWords } from './criterion-words.js';
import { isCriterion } from './weights-view.js';
import { weightProblemWords } from './weights-words.js';

export interface TableProblem {
  readonly criterion?: string | null | undefined;
  readonly code: string;
}

/** Everything that keeps a table from being one, each with its reason. */
export function WeightProblems({ problems }: { readonly problems: readonly TableProblem[] }) {
  const { i18n, t } = useLingui();
  const nameOf = (criterion: string) => (isCriterion(criterion) ? i18n._(criterionWords(criterion)) : criterion);
  return (
    <ul>
      {problems.map(({ criterion, code }) => (
        <li key={`${criterion ?? ''} ${code}`}>
          {criterion ? t`“${nameOf(criterion)}”：` : null}
          {i18n._(weightProblemWords(code))}
        </li>
      ))}
    </ul>
  );
}
