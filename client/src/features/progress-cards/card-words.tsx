import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { ProgressCardState, SponsorshipEnd, SponsorshipState } from '../../gql/graphql.js';
import { StateBadge, type Tone } from '../../ui/badge/StateBadge.js';

interface Word {
  readonly tone: Tone;
  readonly word: MessageDescriptor;
}
interface Standing {
  readonly state: ProgressCardState;
  readonly waiting: boolean;
  readonly frozen: boolean;
}

const WAITING: Word = { tone: 'waiting', word: msg`等第二位同事看` };
const FROZEN: Word = { tone: 'paused', word: msg`为安全先停住` };
const CARD: Readonly<Record<ProgressCardState, Word>> = {
  DRAFT: { tone: 'quiet', word: msg`草稿` },
  REVIEWED: { tone: 'waiting', word: msg`看过了，等发出` },
  RELEASED: { tone: 'good', word: msg`已发出` },
  WITHDRAWN: { tone: 'quiet', word: msg`收回了` },
};

export function CardBadge({ state, waiting, frozen }: Standing) {
  const { i18n } = useLingui();
  const { tone, word } = frozen ? FROZEN : state === 'DRAFT' && waiting ? WAITING : CARD[state];
  return <StateBadge tone={tone}>{i18n._(word)}</StateBadge>;
}

const SPONSORSHIP: Readonly<Record<SponsorshipState, Word>> = {
  OFFERED: { tone: 'quiet', word: msg`愿意资助` },
  WORKER_MATCHED: { tone: 'waiting', word: msg`等家庭同意` },
  CONSENTED: { tone: 'waiting', word: msg`家庭同意了` },
  ACTIVE: { tone: 'good', word: msg`正在资助` },
  PAUSED: { tone: 'paused', word: msg`暂停` },
  ENDED: { tone: 'quiet', word: msg`资助结束了` },
};

export function SponsorshipBadge({ state }: { readonly state: SponsorshipState }) {
  const { i18n } = useLingui();
  const { tone, word } = SPONSORSHIP[state];
  return <StateBadge tone={tone}>{i18n._(word)}</StateBadge>;
}

export const END_WORDS: Readonly<Record<SponsorshipEnd, MessageDescriptor>> = {
  COMPLETED: msg`约定的时间到了`,
  WITHDRAWN: msg`有一方不再继续`,
  YIELDED: msg`家庭把名额让给更需要的孩子`,
  MOVED: msg`孩子搬家了`,
  LAPSED: msg`资助没有续上`,
};
