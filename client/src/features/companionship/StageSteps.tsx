import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Steps } from '../../ui/steps/Steps.js';
import { stagesOf, type PathFacts, type Stage } from './companionship-view.js';

const WORDS: Readonly<Record<Stage, MessageDescriptor>> = {
  PROPOSED: msg`接受建议`,
  VOLUNTEER: msg`志愿者回答`,
  FAMILY: msg`家庭和孩子同意`,
  TOGETHER: msg`一起走`,
  ENDED: msg`好好结束`,
};

export function StageSteps({ facts }: { readonly facts: PathFacts }) {
  const { t, i18n } = useLingui();
  const steps = stagesOf(facts).map(({ stage, at }) => ({ key: stage, at, label: i18n._(WORDS[stage]) }));
  return <Steps label={t`这段陪伴的几步`} steps={steps} />;
}
