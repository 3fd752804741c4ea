// What is wrong with a cell of a roster, and what the fields are called. Each sentence says what would be right.
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { lookUp } from '../../ui/words/look-up.js';
import type { CellProblem, RosterField } from './roster-codes.js';

const PROBLEMS: Readonly<Record<CellProblem, MessageDescriptor>> = {
  NAME_MISSING: msg`没有姓名`,
  NAME_INVALID: msg`姓名里有不像名字的字符`,
  PHONE_MISSING: msg`没有电话`,
  PHONE_INVALID: msg`电话不完整，手机应当是 11 位；如果显示成 1.38E+10，请把那一列改成文本再导出`,
  ID_NUMBER_INVALID: msg`身份证号应当是 18 位或 15 位；如果末尾变成了 0 或 E+17，请把那一列改成文本再导出`,
  ID_NUMBER_CHECK_DIGIT: msg`身份证号有一位不对，请核对`,
  ID_NUMBER_BIRTH_DATE: msg`与身份证号里的出生日期不一致`,
  ID_NUMBER_GENDER: msg`与身份证号里的性别不一致`,
  GENDER_MISSING: msg`没有性别`,
  GENDER_UNKNOWN: msg`看不出性别，请写“男”或“女”`,
  BIRTH_DATE_MISSING: msg`没有出生日期`,
  AGE_RANGE: msg`按这个日期，年龄不在这份名单的范围内，请核对年份`,
  DATE_UNREADABLE: msg`看不出是哪一天，请写成 2025-03-01 这样`,
  DATE_IMPOSSIBLE: msg`日历上没有这一天`,
  DATE_IN_FUTURE: msg`这一天还没有到`,
  END_BEFORE_START: msg`结束的日子早于开始的日子`,
  START_DATE_MISSING: msg`有结束的日子，没有开始的日子`,
  TIME_UNREADABLE: msg`看不出是什么时间，请写成“周六 14:00-17:00”这样`,
  TIME_ORDER: msg`结束的时间早于开始的时间`,
  LANGUAGE_UNKNOWN: msg`有一种语言不认识，请换一个常用的叫法`,
  SKILL_UNKNOWN: msg`有一项特长不认识，请换一个常用的叫法`,
  NEED_UNKNOWN: msg`有一项需求不认识，请换一个常用的叫法`,
  PRIORITY_RANGE: msg`紧急程度请写 1 到 5`,
  PLACES_RANGE: msg`可陪伴人数请写 0 到 10 的整数`,
  CHECK_RESULT_UNKNOWN: msg`看不出查询的结果，请写“无”或“有”`,
  CHECK_RESULT_MISSING: msg`有查询的日期，没有结果`,
  CHECK_DATE_MISSING: msg`有查询的结果，没有日期`,
  TOO_LONG: msg`内容太长`,
  MORE_CELLS_THAN_COLUMNS: msg`这一行比表头多出了格子，可能是内容里有逗号`,
  DUPLICATE_IN_FILE: msg`这份文件里前面已经有同一个人`,
  ALREADY_REGISTERED: msg`机构里已经有这个人`,
  REGISTERED_OTHERWISE: msg`这个号码在机构里登记的资料与这一行不同，请先核对是不是同一个人`,
  TWO_PEOPLE: msg`电话和身份证号分别属于机构里的两个人，请先核对`,
  AREA_UNKNOWN: msg`区域不在机构的区域表里：照样导入，只是暂时算不出距离`,
  SUPERVISOR_UNKNOWN: msg`没有找到这位督导者：照样导入，以后再安排`,
};

const FIELDS: Readonly<Record<RosterField, MessageDescriptor>> = {
  name: msg`姓名`,
  gender: msg`性别`,
  idNumber: msg`身份证号`,
  birthDate: msg`出生日期`,
  languages: msg`会说的话`,
  area: msg`服务区域`,
  freeTimes: msg`空闲时间`,
  phone: msg`电话`,
  skills: msg`会做的事`,
  places: msg`可以陪伴几个孩子`,
  supervisorName: msg`督导者`,
  trainedOn: msg`岗前培训的日期`,
  agreementSignedOn: msg`志愿服务协议签署的日期`,
  agreementUntil: msg`志愿服务协议到期的日期`,
  recordCheckedOn: msg`违法犯罪记录查询的日期`,
  recordCheckResult: msg`违法犯罪记录查询的结果`,
  school: msg`学校`,
  needs: msg`希望有人一起`,
  priority: msg`安排的节奏`,
  waitingSince: msg`登记的日子`,
  companionGender: msg`希望的陪伴者性别`,
  guardianName: msg`监护人姓名`,
  guardianPhone: msg`监护人电话`,
  guardianRelation: msg`与孩子的关系`,
};

export const problemWords = (code: string): MessageDescriptor => lookUp(PROBLEMS, code) ?? msg`这一格请再看一看`;
/** The name of a field; undefined for one that this page does not know: the file's own header then stands. */
export const fieldWords = (field: string): MessageDescriptor | undefined => lookUp(FIELDS, field);
