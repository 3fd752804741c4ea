import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import styles from './board.module.css';
import type { Proposal } from './proposal.js';
import { ScoreTable } from './ScoreTable.js';

/** Who else could accompany this child, best first, and what each would cost the whole. */
export function Alternatives({ proposal: { alternatives } }: { readonly proposal: Proposal }) {
  return (
    <div className={styles['part']}>
      <h3>
        <Trans>还可以考虑谁</Trans>
      </h3>
      {alternatives.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>那一天没有别的志愿者符合这个孩子的条件。</Trans>
        </p>
      ) : (
        <ul className={styles['alternatives']}>
          {alternatives.map(({ volunteer, score, loss, parts }) => (
            <li key={volunteer.id}>
              <p>
                <Link to={`/agency/volunteers/${encodeURIComponent(volunteer.id)}`}>{volunteer.name}</Link>{' '}
                <Trans>{score} 分</Trans>
              </p>
              <p className={styles['quiet']}>
                <Cost loss={loss} />
              </p>
              <details>
                <summary>
                  <Trans>{volunteer.name}的得分从哪里来</Trans>
                </summary>
                <ScoreTable parts={parts} score={score} />
              </details>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Cost({ loss }: { readonly loss: number }) {
  const gain = -loss;
  if (loss === 0) return <Trans>换成这一位，整体同样好。</Trans>;
  // Places that came free since the run may make more possible than the board has.
  if (gain > 0) return <Trans>换成这一位，所有孩子合起来多 {gain} 分。</Trans>;
  return <Trans>换成这一位，所有孩子合起来少 {loss} 分。</Trans>;
}
