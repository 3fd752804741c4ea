import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useFormat } from '../../ui/format/use-format.js';

const HOUR = 3_600_000;

export interface DueProps {
  readonly dueAt: string;
  readonly reportedAt: string | null | undefined;
}

/** The clock to the authority, in whole hours that are left; once it was reported, when. */
export function Due({ dueAt, reportedAt }: DueProps) {
  const format = useFormat();
  // As of when the page was opened: hours do not pass while one reads it.
  const [now] = useState(() => Date.now());
  const hours = Math.floor((Date.parse(dueAt) - now) / HOUR);
  const until = format.instant(dueAt);
  if (reportedAt) {
    const when = format.instant(reportedAt);
    return reportedAt <= dueAt ? (
      <Trans>{when} 报告了主管部门，在期限以内。</Trans>
    ) : (
      <Trans>
        {when} 报告了主管部门，晚于期限 {until}。
      </Trans>
    );
  }
  if (hours < 0) return <Trans>报告主管部门的期限 {until} 已经过了，请马上报告。</Trans>;
  return (
    <Trans>
      最迟 {until} 报告主管部门，还有 <Plural value={hours} other="# 小时" />。
    </Trans>
  );
}
