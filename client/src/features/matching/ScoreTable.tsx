import { Trans, useLingui } from '@lingui/react/macro';
import { criterionWords } from './criterion-words.js';
import { FactText } from './FactText.js';
import styles from './board.module.css';

export interface ScorePartView {
  readonly criterion: string;
  readonly points: number;
  readonly fact?: string | null | undefined;
}

/** Why this pair: each criterion with the fact behind it and its points, the largest first. */
export function ScoreTable({ parts, score }: { readonly parts: readonly ScorePartView[]; readonly score: number }) {
  const { i18n } = useLingui();
  const sorted = [...parts].sort((a, b) => b.points - a.points);
  return (
    <table className={styles['score']}>
      <caption className="tx-hidden">
        <Trans>这一对的得分从哪里来</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>看什么</Trans>
          </th>
          <th scope="col">
            <Trans>情况</Trans>
          </th>
          <th scope="col" data-numeric="true">
            <Trans>得分</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ criterion, points, fact }) => (
          <tr key={criterion}>
            <th scope="row">{i18n._(criterionWords(criterion))}</th>
            <td>
              <FactText criterion={criterion} fact={fact} />
            </td>
            <td data-numeric="true">{points}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            <Trans>合计</Trans>
          </th>
          <td data-numeric="true">{score}</td>
        </tr>
      </tfoot>
    </table>
  );
}
