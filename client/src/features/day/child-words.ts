// What a child's part is called in the reader's language.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ChildSeemed } from '../../gql/graphql.js';
import type { Tone } from '../../ui/badge/StateBadge.js';

export const SEEMED: Readonly<Record<ChildSeemed, { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  WELL: { tone: 'good', word: msg`挺好的` },
  TIRED: { tone: 'soon', word: msg`有点累` },
  UPSET: { tone: 'waiting', word: msg`心里不舒服` },
  UNWELL: { tone: 'waiting', word: msg`身体不舒服` },
  HURT: { tone: 'waiting', word: msg`受伤了` },
};
export const SEEMED_CODES = Object.keys(SEEMED) as readonly ChildSeemed[];
/** After which the concern form is one tap away. */
export const WORRIES: ReadonlySet<ChildSeemed> = new Set(['UPSET', 'UNWELL', 'HURT']);

/** By what the child pointed at; 0: would rather not say. */
export const faceWord = (face: number): MessageDescriptor => FACES[face] ?? NOT_SAID;
const NOT_SAID = msg`不想说`;
const FACES: readonly MessageDescriptor[] = [NOT_SAID, msg`很难过`, msg`不太开心`, msg`一般`, msg`开心`, msg`特别开心`];

/** What stands in the way of a child's part, by field and code. */
export const CHILD_REFUSED: Readonly<Record<string, MessageDescriptor>> = {
  'choice EXPOSURE': msg`这个月和来访的团队见面的次数已经到了上限。请换一个月，或换一个没有团队来的活动。`,
  'choice CLOSED': msg`这个活动现在不能再报名或改了。`,
  'came NOT_RUNNING': msg`活动还没有开始。`,
  'came CLOSED': msg`签到已经关上，不能再加人。`,
  'came OPTED_OUT': msg`孩子说了不来。孩子改了主意，请先改报名。`,
  'came WAS_THERE': msg`已经记下来过了，不能改成没有来。`,
  'fetchedBy REQUIRED': msg`请写下由谁接走。`,
  'note REQUIRED': msg`受伤或身体不舒服，请写下怎么了。`,
  'note TOO_LONG': msg`写的太长了，请短一些。`,
  'words TOO_LONG': msg`写的太长了，请短一些。`,
  'fetchedBy TOO_LONG': msg`写的太长了，请短一些。`,
  'face OUT_OF_RANGE': msg`请点一张脸，或“不想说”。`,
};
