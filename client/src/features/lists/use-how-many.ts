import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import type { ListName } from '@tongxing/shared/rules';

/** So many of what a list lists, in words. */
export function useHowMany(list: ListName): (count: number) => string {
  const { t } = useLingui();
  return (count) => {
    switch (list) {
      case 'CHILDREN':
      case 'VOLUNTEERS':
      case 'STAFF':
        return t`${plural(count, { other: '# 名' })}`;
      case 'HOUSEHOLDS':
        return t`${plural(count, { other: '# 个家庭' })}`;
      case 'COMPANIONSHIPS':
        return t`${plural(count, { other: '# 段陪伴' })}`;
      default:
        return assertUnreachable(list);
    }
  };
}
