import { Trans } from '@lingui/react/macro';
import type { DayChild } from './ChildrenPart.js';

/** How often the child meets visiting teams this month, before it would be too often. */
export function Visits({ visits: { taken, most } }: { readonly visits: Pick<DayChild['visits'], 'taken' | 'most'> }) {
  if (most == null) return null;
  return (
    <>
      {' · '}
      {taken >= most ? (
        <Trans>
          这个月已经和来访的团队见 {taken} 次，到上限了（{most} 次）
        </Trans>
      ) : (
        <Trans>
          除了这一次，这个月和来访的团队见 {taken} 次，最多 {most} 次
        </Trans>
      )}
    </>
  );
}
