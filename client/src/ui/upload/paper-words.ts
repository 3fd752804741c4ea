// Why a paper was not taken in, and what to do about it.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { lookUp } from '../words/look-up.js';
import type { PaperProblem } from './upload-paper.js';

type Writer = (problem: PaperProblem) => MessageDescriptor;
const MEGABYTE = 1024 * 1024;

const HEIC = msg`这种 HEIC 照片这里读不了。请在手机“设置 → 相机 → 格式”里选“兼容性最佳”再拍，或者用截图。`;
const WRITERS: Readonly<Record<string, Writer>> = {
  FILE_KIND_REFUSED: ({ found }) =>
    found === 'HEIC' ? HEIC : msg`这不是照片，也不是 PDF。可以用 JPG、PNG、WebP 照片，或者 PDF。`,
  FILE_EMPTY: () => msg`这个文件是空的，请重新选一个。`,
  FILE_TOO_LARGE: ({ limit }) => {
    const megabytes = Math.floor((limit ?? 0) / MEGABYTE);
    return msg`文件超过了 ${megabytes} MB。请一页一页拍照，或者存成小一些的文件。`;
  },
  IMAGE_UNREADABLE: () => msg`照片打不开，可能没有存完整。请重新拍一张。`,
  IMAGE_TOO_MANY_PIXELS: ({ limit }) => {
    const million = limit ?? 0;
    return msg`照片的像素太多，超过了 ${million} 百万。请用相机的普通模式再拍一张。`;
  },
  PDF_CUT_OFF: () => msg`这个 PDF 不完整，请重新扫描或另存一份。`,
  PDF_LOCKED: () => msg`这个 PDF 有密码，请去掉密码再上传。`,
  PDF_ACTIVE: () => msg`这个 PDF 里带着程序、附件或会发送的表格。请“打印成 PDF”再上传，或者拍成照片。`,
  PDF_TOO_COMPLEX: () => msg`这个 PDF 里面太复杂，没有办法检查完。请“打印成 PDF”再上传，或者拍成照片。`,
  TOO_MANY_FILES: ({ limit }) => {
    const most = limit ?? 0;
    return msg`这里已经有 ${most} 份了，请先移除用不着的。`;
  },
  BUSY: () => msg`现在上传的人有点多，请等一下再试。`,
  UNAUTHENTICATED: () => msg`登录已经过期。请在另一个窗口登录，再回来重试；填写的内容都还在。`,
};
const UNKNOWN = msg`这里现在不能存这份材料。请刷新页面看一看，或者问问您的督导者。`;

export const paperWords = (problem: PaperProblem): MessageDescriptor =>
  lookUp(WRITERS, problem.code)?.(problem) ?? UNKNOWN;

/** Whether sending the very same file again may help. */
export const mayHelp = ({ code }: PaperProblem): boolean => code === 'BUSY' || code === 'UNAUTHENTICATED';
