import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { OutgoingForm, ReleaseAudience } from '../../gql/graphql.js';
import { lookUp } from '../../ui/words/look-up.js';

export const AUDIENCE_WORDS: Readonly<Record<ReleaseAudience, MessageDescriptor>> = {
  FAMILY: msg`孩子的家庭`,
  AUTHORITY: msg`主管部门`,
  DONOR: msg`资助人`,
  COMPANY: msg`企业`,
  PARTNER: msg`合作机构`,
  PUBLIC: msg`所有人都能看到的地方`,
};
export const FORM_WORDS: Readonly<Record<OutgoingForm, MessageDescriptor>> = {
  TEXT: msg`一段文字`,
  DOCUMENT: msg`一份文档`,
  PICTURE: msg`一张图片`,
};
const REFUSED: Readonly<Record<string, MessageDescriptor>> = {
  TEXT_TOO_LONG: msg`文字太长了。请分成几份，每份三万字以内。`,
  PDF_NOT_READ: msg`PDF 里的字在这里读不准。请把文字复制出来，贴在上面检查；或者检查做成 PDF 以前的文档。`,
  FORM_UNKNOWN: msg`这种文件读不了。可以检查文字、Word 文档（DOCX）和照片（JPEG、PNG、WebP）。`,
  UNREADABLE: msg`里面有一张图片打不开，所以没有检查完。请换一张再试。`,
  FILE_TOO_LARGE: msg`文件太大了，请小于 20 MB。`,
  MARKS_UNREAD: msg`有新标出来的地方，请先看一看。`,
  NOT_FOUND: msg`没有找到这个孩子，或者孩子不在您的服务点。`,
  BUSY: msg`现在检查的人太多，请过一会儿再试。`,
};
const OTHERWISE = msg`没有检查成，请再试一次。`;

export const refusedWords = (code: string): MessageDescriptor => lookUp(REFUSED, code) ?? OTHERWISE;
