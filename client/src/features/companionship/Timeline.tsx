import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useViewer } from '../../app/session/session-context.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Moment as StoryMoment, Story } from '../../ui/story/Story.js';
import { timelineOf, type MomentKind, type TimelineFacts } from './companionship-view.js';

const WORDS: Readonly<Record<MomentKind, MessageDescriptor>> = {
  AGREEMENT: msg`签了服务协议`,
  CONSENT: msg`监护人同意`,
  CHILD: msg`孩子给了自己的回答`,
  PLAN: msg`计划得到批准`,
  START: msg`陪伴开始`,
  WITHDRAWN: msg`监护人撤回同意`,
  END: msg`陪伴结束`,
};

export function Timeline({ facts }: { readonly facts: TimelineFacts }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const moments = timelineOf(facts, useViewer().agency.today);
  if (moments.length === 0) {
    return (
      <p>
        <Trans>日子会一个一个出现在这里，从服务协议开始。</Trans>
      </p>
    );
  }
  return (
    <Story>
      {moments.map(({ kind, on, ahead }) => (
        <StoryMoment key={kind} title={i18n._(WORDS[kind])} ahead={ahead}>
          {format.day(on)}
        </StoryMoment>
      ))}
    </Story>
  );
}
