import { Trans } from '@lingui/react/macro';
import { useFormat } from '../../ui/format/use-format.js';

interface Period {
  readonly startsOn: string;
  readonly endsOn?: string | null | undefined;
}

/** From a day to a day, in words. */
export function PostPeriod({ startsOn, endsOn }: Period) {
  const format = useFormat();
  return endsOn ? (
    <Trans>
      {format.day(startsOn)} 至 {format.day(endsOn)}
    </Trans>
  ) : (
    <Trans>{format.day(startsOn)} 起</Trans>
  );
}

/** The office, or the whole agency. */
export function PostPlace({ office }: { readonly office: string | null | undefined }) {
  return office ? <>{office}</> : <Trans>全机构</Trans>;
}
