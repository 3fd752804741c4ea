import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CoachStep } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

interface Step {
  readonly tone: Tone;
  readonly word: MessageDescriptor;
  /** What helps next. */
  readonly next: MessageDescriptor;
}
export const STEP: Readonly<Record<CoachStep, Step>> = {
  ENDED: { tone: 'waiting', word: msg`培训到期了`, next: msg`请联系一下，问问哪一场方便，再学一次。` },
  QUIZ: { tone: 'waiting', word: msg`卡在问题上`, next: msg`同样的问题答了好几遍。请打个电话，一起读一读那一课。` },
  NO_SESSION: { tone: 'waiting', word: msg`没有场次可报`, next: msg`近期没有空着的岗前培训。请安排一场。` },
  NOT_BEGUN: { tone: 'waiting', word: msg`还没有开始`, next: msg`有场次可以报名。请问问是不是时间不合适。` },
  LESSONS_OPEN: { tone: 'soon', word: msg`还差在线的课`, next: msg`到过场了，学完手机上的课就算数。请提醒一下。` },
  HALF_WAY: { tone: 'soon', word: msg`学到一半`, next: msg`手机上的课学了一部分。请问问有没有难处。` },
  WAITING: { tone: 'soon', word: msg`在候补`, next: msg`等着别人让出名额。可以加一场，或者换个大些的地方。` },
  ENDS_SOON: { tone: 'soon', word: msg`快到期了`, next: msg`请提醒报名一场，到期前再学一次。` },
  ENROLLED: { tone: 'good', word: msg`报了名`, next: msg`到那天来就好。` },
};
