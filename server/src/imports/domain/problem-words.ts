// What the list of left-out rows says of a cell, and a command of a file: what is wrong, and what would be right.
import type { CellProblem } from './cell-problem.js';
import type { RosterProblem } from './choose-table.js';
import { PLAN_PROBLEM_WORDS } from './plan-problem-words.js';
import { words, type Words } from './words.js';

export type { Words } from './words.js';

export const PROBLEM_WORDS: Readonly<Record<CellProblem, Words>> = {
  NAME_MISSING: words('请填写姓名', 'please give a name'),
  NAME_INVALID: words('姓名中有不能识别的字符', 'the name holds characters that names do not have'),
  PHONE_MISSING: words('请填写手机号', 'please give a phone number'),
  PHONE_INVALID: words('手机号不完整或格式不对', 'the phone number is incomplete or not a number'),
  EMAIL_INVALID: words('邮箱不完整，请写成 name@example.org 这样', 'write the e-mail like name@example.org'),
  GENDER_MISSING: words('请填写性别（男/女）', 'please give the gender'),
  ID_NUMBER_INVALID: words(
    '身份证号应当是 18 位或 15 位，请核对；那一列请设为文本',
    'an ID number has 18 or 15 digits: check it, and keep the column as text',
  ),
  ID_NUMBER_CHECK_DIGIT: words('身份证号有一位不对，请核对', 'one digit of the ID number is wrong: check it'),
  ID_NUMBER_BIRTH_DATE: words('与身份证号里的出生日期不一致', 'differs from the birth date in the ID number'),
  ID_NUMBER_GENDER: words('与身份证号里的性别不一致', 'differs from the gender in the ID number'),
  GENDER_UNKNOWN: words('性别请写“男”或“女”', 'write the gender as male or female'),
  BIRTH_DATE_MISSING: words('请填写出生日期', 'please give the birth date'),
  AGE_RANGE: words('年龄不在这份名单的范围内', 'the age does not fit this roster'),
  DATE_UNREADABLE: words('日期请写成 2026-03-15 这样', 'write the date like 2026-03-15'),
  DATE_IMPOSSIBLE: words('日历上没有这一天', 'the calendar has no such day'),
  DATE_IN_FUTURE: words('日期晚于今天', 'the date lies after today'),
  END_BEFORE_START: words('结束日期早于开始日期', 'the end lies before the start'),
  START_DATE_MISSING: words('请填写签署日期', 'please give the day of signing'),
  TIME_UNREADABLE: words('时间请写成“周六 9:00-11:30”这样', 'write the time like Sat 9:00-11:30'),
  TIME_ORDER: words('结束时间早于开始时间', 'the time ends before it begins'),
  LANGUAGE_UNKNOWN: words('有一种语言不在语言表中', 'one language is not in the table'),
  SKILL_UNKNOWN: words('有一项技能不在技能表中', 'one skill is not in the table'),
  NEED_UNKNOWN: words('有一项需求不在需求表中', 'one need is not in the table'),
  PRIORITY_RANGE: words('紧急程度请写 1 到 5', 'write the priority from 1 to 5'),
  PLACES_RANGE: words('可陪伴人数请写 0 到 10', 'write the places from 0 to 10'),
  CHECK_RESULT_UNKNOWN: words('查询结果请写“无”“有”或“待查”', 'write the check result as clear, hit or pending'),
  CHECK_RESULT_MISSING: words('有查询日期，请填写查询结果', 'there is a date of the check: please give its result'),
  CHECK_DATE_MISSING: words('有查询结果，请填写查询日期', 'there is a check result: please give its date'),
  ROLE_MISSING: words('请填写岗位', 'please give the role'),
  ROLE_UNKNOWN: words(
    '岗位请写社工、督导、负责人、档案或财务等',
    'write the role as social worker, supervisor, director …',
  ),
  OFFICE_UNKNOWN: words('机构没有这个服务站', 'the agency has no such office'),
  CREDENTIAL_UNKNOWN: words('看不出是哪一种资格证书', 'the kind of credential is unknown'),
  CREDENTIAL_MISSING: words(
    '有证书的编号或日期，请填写证书种类',
    'there is a number or a date: please give the credential',
  ),
  CREDENTIAL_FROM_MISSING: words('请填写证书从哪一天起有效', 'please give the day from which the credential holds'),
  FAMILY_FORM_UNKNOWN: words('家庭类型请写双亲、单亲、隔代、重组或其他', 'write the family form as in the table'),
  FAMILY_SIZE_RANGE: words('家庭人口请写 1 到 30', 'write the family size from 1 to 30'),
  EVENT_UNKNOWN: words('有一项家庭变化不在表中', 'one event is not in the table'),
  RELATION_UNKNOWN: words('关系请写母亲、父亲、祖母等', 'write the relation as mother, father, grandmother …'),
  EDUCATION_UNKNOWN: words('文化程度请写小学、初中、高中等', 'write the education as primary, junior, senior …'),
  SCHOOL_STAGE_UNKNOWN: words(
    '学段请写学前、小学、初中、高中等',
    'write the stage as preschool, primary, junior, senior …',
  ),
  REGISTRATION_UNKNOWN: words('户籍请写农业或城镇', 'write the registration as rural or urban'),
  CATEGORY_UNKNOWN: words('有一个类别不在表中', 'one category is not in the table'),
  LEVEL_UNKNOWN: words('等级请写 1 到 3', 'write the level from 1 to 3'),
  CHANNEL_UNKNOWN: words(
    '发现途径请写一种：本机构服务、同伴、学校、社区或走访',
    'write one channel: own services, peers, school …',
  ),
  REFERRER_MISSING: words('有发现途径，请填写转介人', 'there is a channel: please give the referrer'),
  CHANNEL_MISSING: words('有转介人，请填写发现途径', 'there is a referrer: please give the channel'),
  TOO_LONG: words('内容过长', 'the text is too long'),
  MORE_CELLS_THAN_COLUMNS: words('这一行的格子比表头多', 'this row has more cells than there are columns'),
  DUPLICATE_IN_FILE: words('与前面的一行是同一个人', 'the same person stands in a row above'),
  ALREADY_REGISTERED: words('机构已有此人的登记', 'this person is registered already'),
  REGISTERED_OTHERWISE: words(
    '机构里这个号码登记的资料与这一行不同，请先核对',
    'under this number the agency has somebody with other details: check first',
  ),
  TWO_PEOPLE: words(
    '电话和身份证号分别属于机构里的两个人',
    'phone and ID number belong to two different people of the agency',
  ),
  AREA_UNKNOWN: words('区域不在机构的区域表中', 'the area is not in the agency’s table'),
  SUPERVISOR_UNKNOWN: words('找不到这位督导', 'there is no supervisor of this name'),
  SUPERVISOR_TOO_CLOSE: words(
    '这位督导跟进着此人家庭的个案，督导没有改（督导和个案分开）',
    'this supervisor works on the case of the family: the supervisor stays as it was (roles apart)',
  ),
  ...PLAN_PROBLEM_WORDS,
};

export const FILE_WORDS: Readonly<Record<RosterProblem['code'], Words>> = {
  FILE_EMPTY: words('文件是空的', 'the file is empty'),
  FILE_TOO_LARGE: words('文件超过 5 MB', 'the file is larger than 5 MB'),
  WORKBOOK_OLD: words(
    '这是旧格式的工作簿（XLS），请另存为 XLSX',
    'this is a workbook of the old format (XLS): save it as XLSX',
  ),
  WORKBOOK_LOCKED: words('工作簿设了打开密码，请先去掉密码', 'the workbook has a password: take it off first'),
  WORKBOOK_DAMAGED: words(
    '工作簿打不开，可能没有存完整',
    'the workbook does not open: it may not have been saved whole',
  ),
  WORKBOOK_TOO_LARGE: words(
    '工作簿展开以后太大，请分成几个文件',
    'the workbook is too large once it is unpacked: split it',
  ),
  WORKBOOK_CELL_UNREADABLE: words('这一行有一个公式没有结果', 'a formula in this row has no stored result'),
  SHEETS_SEVERAL: words('有几张工作表都像名单，请只留一张', 'several sheets read like the roster: keep one of them'),
  FILE_NOT_TEXT: words('这不是文本文件，请另存为 CSV', 'this is no text: save it as CSV'),
  ENCODING_UNREADABLE: words(
    '文字编码无法识别，请另存为 UTF-8 或 GBK',
    'the encoding is unknown: save it as UTF-8 or GBK',
  ),
  SHEET_EMPTY: words('表中没有数据行', 'there are no rows'),
  QUOTE_NOT_CLOSED: words('有一个引号没有结束，从这一行起', 'a quote is not closed, from this line on'),
  CSV_UNREADABLE: words('这一行的格式无法读取', 'this line cannot be read'),
  TOO_MANY_ROWS: words('行数过多，请分成几个文件', 'there are too many rows: split the file'),
  TOO_MANY_COLUMNS: words('列数过多', 'there are too many columns'),
  HEADER_NOT_FOUND: words(
    '找不到表头，请在第一行写明姓名等列名',
    'there is no header: name the columns in the first row',
  ),
  COLUMNS_MISSING: words('缺少必填的列', 'columns are missing that every row needs'),
  COLUMNS_DOUBLED: words('有两列对应了同一项', 'two columns were named as the same field'),
  COLUMNS_UNKNOWN: words('列的对应与文件不符', 'the named columns are not those of the file'),
};
