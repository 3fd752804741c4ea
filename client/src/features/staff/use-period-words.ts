import { useLingui } from '@lingui/react/macro';

/** Words for days that cannot be taken; undefined for a code newer than this page. */
export function usePeriodWords(): (code: string) => string {
  const { t } = useLingui();
  return (code) => {
    switch (code) {
      case 'REQUIRED':
        return t`请填写日期。`;
      case 'IN_THE_PAST':
        return t`从今天或以后开始：过去的日子不能补。`;
      case 'BEFORE_START':
      case 'ENDS_BEFORE_IT_STARTS':
        return t`最后一天不能早于第一天。`;
      case 'OVERLAPS':
        return t`这些日子里已经有同样的职责了。请先看看上面的日期，或者从它结束以后开始。`;
      default:
        return t`请再看一看这个日期。`;
    }
  };
}
