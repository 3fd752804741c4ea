import { Trans, useLingui } from '@lingui/react/macro';
import type { HelperStep } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Moment, Story } from '../../ui/story/Story.js';
import { STEP_WORDS } from './helping-words.js';

export interface WayProps {
  readonly moments: readonly {
    readonly step: HelperStep;
    readonly on?: string | null;
    readonly words?: string | null;
  }[];
  readonly accompanied: number;
  readonly accompaniedNeeded: number;
}

/** The way as a path of moments, told with the helper's own words where there are some. */
export function Way({ moments, accompanied, accompaniedNeeded }: WayProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  return (
    <Story>
      {moments.map(({ step, on, words }) => (
        <Moment key={step} title={i18n._(STEP_WORDS[step])} ahead={!on}>
          {on ? (
            format.day(on)
          ) : step === 'ACCOMPANIED' ? (
            <Trans>
              {accompanied} 次，共 {accompaniedNeeded} 次
            </Trans>
          ) : (
            <Trans>还在前面</Trans>
          )}
          {words ? ` “${words}”` : null}
        </Moment>
      ))}
    </Story>
  );
}
