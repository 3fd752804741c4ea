import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

/** What somebody reads who has tried too often. */
export function useWaitWords(): (retryAfterSeconds: number) => string {
  const { t } = useLingui();
  return (retryAfterSeconds) => {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    return t`试的次数太多了。为了保护账号，请过 ${plural(minutes, { other: '# 分钟' })}再试。`;
  };
}
