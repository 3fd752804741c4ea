// Why a whole file could not be read, and how to make it readable.
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { lookUp } from '../../ui/words/look-up.js';
import type { FileProblemCode } from './roster-codes.js';
import type { FileProblem } from './upload-roster.js';

export interface FileWords {
  readonly why: MessageDescriptor;
  readonly now: MessageDescriptor;
}

type Writer = (problem: FileProblem) => FileWords;
const SAVE_AS_SHEET = msg`在表格软件里打开，选“另存为”，类型选“XLSX 工作簿”或“CSV（逗号分隔）”，再上传存好的文件。`;
const MEGABYTE = 1024 * 1024;

const WRITERS: Readonly<Record<FileProblemCode, Writer>> = {
  FILE_EMPTY: () => ({ why: msg`这个文件是空的。`, now: msg`请看看是不是选错了文件。` }),
  FILE_TOO_LARGE: ({ limit }) => {
    const megabytes = Math.floor((limit ?? 0) / MEGABYTE);
    return {
      why: msg`文件超过了 ${megabytes} MB。`,
      now: msg`请分成几份，或者删去图片和用不到的列，再上传。`,
    };
  },
  WORKBOOK_OLD: () => ({
    why: msg`这是旧格式的工作簿（XLS），读不了。`,
    now: msg`在表格软件里打开，另存为“XLSX 工作簿”，再上传。`,
  }),
  WORKBOOK_LOCKED: () => ({ why: msg`这个工作簿设了打开密码。`, now: msg`在表格软件里去掉打开密码，存一份再上传。` }),
  WORKBOOK_DAMAGED: () => ({
    why: msg`这个工作簿打不开，可能没有存完整。`,
    now: msg`在表格软件里打开看看，重新存一份再上传；打不开的话，请找原来的文件。`,
  }),
  WORKBOOK_TOO_LARGE: () => ({
    why: msg`这个工作簿展开以后太大了。`,
    now: msg`请只留名单那一张工作表，删去空白的行列和图片，再上传。`,
  }),
  WORKBOOK_CELL_UNREADABLE: ({ line }) => ({
    why: msg`第 ${line ?? 1} 行有一个公式，文件里没有存它的结果。`,
    now: msg`在表格软件里打开，让它算一遍再保存；或者把公式换成数值。`,
  }),
  SHEETS_SEVERAL: () => ({
    why: msg`工作簿里有几张工作表都像这种名单。`,
    now: msg`请选其中一张，再上传一次；每张各传一次也可以。`,
  }),
  FILE_NOT_TEXT: () => ({ why: msg`这个文件不是文字表格。`, now: SAVE_AS_SHEET }),
  ENCODING_UNREADABLE: () => ({
    why: msg`文件里的文字读不出来，编码不是 UTF-8 也不是 GBK。`,
    now: msg`另存为“CSV UTF-8（逗号分隔）”，再上传。`,
  }),
  SHEET_EMPTY: () => ({ why: msg`文件里只有空行，没有名单。`, now: msg`请看看是不是选错了文件。` }),
  QUOTE_NOT_CLOSED: ({ line }) => ({
    why: msg`第 ${line ?? 1} 行有一个引号没有配对，后面的内容分不开了。`,
    now: msg`请在那一行补上引号或者去掉它，再上传。`,
  }),
  CSV_UNREADABLE: ({ line }) => ({
    why: msg`读到第 ${line ?? 1} 行时格式乱了。`,
    now: msg`请在表格软件里打开看看那一行，重新存成 CSV 再上传。`,
  }),
  TOO_MANY_ROWS: ({ limit }) => ({
    why: msg`名单超过了 ${plural(limit ?? 0, { other: '# 行' })}。`,
    now: msg`请分成几份，一份一份上传。`,
  }),
  TOO_MANY_COLUMNS: ({ limit }) => ({
    why: msg`表格超过了 ${plural(limit ?? 0, { other: '# 列' })}。`,
    now: msg`请删去用不到的列，再上传。`,
  }),
  HEADER_NOT_FOUND: () => ({
    why: msg`没有找到表头，不知道哪一列是什么。`,
    now: msg`请在名单上方留一行表头，例如“姓名、手机、出生日期”；也请看看名单的种类有没有选对，或者下载空白表格来填。`,
  }),
  COLUMNS_MISSING: () => ({
    why: msg`缺少必须有的列。`,
    now: msg`请补上这些列；也请看看名单的种类有没有选对。`,
  }),
  COLUMNS_DOUBLED: () => ({ why: msg`有两列对应了同一项。`, now: msg`请在“各列是什么”里改一列，再上传。` }),
  COLUMNS_UNKNOWN: () => ({ why: msg`各列的对应与这个文件不符。`, now: msg`请重新选一次文件，再对一遍各列。` }),
  ROSTER_KIND_NOT_YOURS: () => ({
    why: msg`这种表格不由您的岗位导入：同事名单由机构负责人，团队名单由督导者或机构负责人。`,
    now: msg`请把文件交给他们。`,
  }),
};
const UNKNOWN: FileWords = {
  why: msg`这个文件没有能读进来。`,
  now: msg`请重新存一份再试一次；还是不行的话，请联系机构的技术同事。`,
};

export function fileWords(problem: FileProblem): FileWords {
  return lookUp(WRITERS, problem.code)?.(problem) ?? UNKNOWN;
}
