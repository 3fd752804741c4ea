import { Plural, Trans } from '@lingui/react/macro';
import type { UnderWeightsQuery } from '../../gql/graphql.js';
import styles from './board.module.css';

type Comparison = Extract<
  NonNullable<UnderWeightsQuery['matchRun']>['underWeights'],
  { __typename: 'WeightsComparison' }
>;

/** What the other table would have proposed to the very same people; nothing is stored. */
export function WeightsComparison({ comparison: { kept, moved, moves } }: { readonly comparison: Comparison }) {
  return (
    <div className={styles['part']} role="status">
      <h3>
        <Trans>那一次匹配会怎样变（只是看看，什么都不会改）</Trans>
      </h3>
      <p>
        {moved === 0 ? (
          <Trans>每个孩子的建议都和原来一样。</Trans>
        ) : (
          <>
            <Plural value={kept} other="# 条建议不变，" />
            <Plural value={moved} other="# 个孩子的建议会换人或不再有。" />
          </>
        )}
      </p>
      {moves.length > 0 ? (
        <details>
          <summary>
            <Trans>换在哪里</Trans>
          </summary>
          <ul className={styles['alternatives']}>
            {moves.slice(0, SHOWN).map(({ child, before, after }) => (
              <li key={child.id}>
                <Trans>
                  {child.name}：<Name person={before} /> → <Name person={after} />
                </Trans>
              </li>
            ))}
          </ul>
          {moves.length > SHOWN ? (
            <p className={styles['quiet']}>
              <Plural value={moves.length - SHOWN} other="另有 # 个孩子没有列出。" />
            </p>
          ) : null}
        </details>
      ) : null}
    </div>
  );
}

const SHOWN = 30;

function Name({ person }: { readonly person: { readonly name: string } | null | undefined }) {
  return person ? <>{person.name}</> : <Trans>没有人</Trans>;
}
