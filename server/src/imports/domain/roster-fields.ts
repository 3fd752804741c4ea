// The fields of each roster and the headers by which people call them.

export type RosterKind = 'VOLUNTEERS' | 'CHILDREN';

const PERSON = {
  name: ['姓名', '名字', 'name', 'full name'],
  gender: ['性别', 'gender', 'sex'],
  idNumber: [
    '身份证号',
    '身份证号码',
    '身份证',
    '证件号码',
    '证件号',
    '公民身份号码',
    'id number',
    'id card',
    'identity number',
  ],
  birthDate: ['出生日期', '生日', '出生年月日', '出生年月', 'birth date', 'date of birth', 'birthday', 'dob'],
  languages: ['语言', '方言', '语言方言', '会说的语言', '使用语言', 'language', 'languages', 'dialect'],
  area: ['区域', '服务区域', '所在区域', '街道', '所在街道', '居住街道', '居住区域', 'area', 'district', 'subdistrict'],
  freeTimes: [
    '空闲时间',
    '可服务时间',
    '服务时间',
    '可用时间',
    '方便时间',
    '时间',
    'free time',
    'free times',
    'availability',
  ],
} as const;

const VOLUNTEER_FIELDS = {
  ...PERSON,
  phone: [
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '电话号码',
    '联系电话',
    '联系方式',
    'phone',
    'mobile',
    'telephone',
    'phone number',
  ],
  skills: ['技能', '特长', '专长', '技能特长', '擅长', 'skills', 'skill'],
  places: ['可陪伴人数', '陪伴人数', '名额', '可带人数', 'places', 'capacity'],
  supervisorName: ['督导', '督导者', '督导姓名', '督导老师', 'supervisor'],
  trainedOn: ['培训日期', '岗前培训日期', '培训时间', '培训完成日期', 'training date', 'trained on'],
  agreementSignedOn: [
    '协议签署日期',
    '协议日期',
    '协议签订日期',
    '签署日期',
    '签约日期',
    'agreement date',
    'agreement signed on',
  ],
  agreementUntil: ['协议到期日', '协议到期日期', '协议有效期至', '协议截止日期', 'agreement until', 'agreement end'],
  recordCheckedOn: [
    '查询日期',
    '违法犯罪记录查询日期',
    '记录查询日期',
    '无犯罪记录查询日期',
    'check date',
    'record check date',
  ],
  recordCheckResult: [
    '查询结果',
    '违法犯罪记录查询结果',
    '记录查询结果',
    '无犯罪记录查询结果',
    'check result',
    'record check result',
  ],
} as const;

const CHILD_FIELDS = {
  ...PERSON,
  school: ['学校', '就读学校', '所在学校', 'school'],
  needs: ['需求', '需要', '服务需求', '主要需求', 'needs', 'need'],
  priority: ['紧急程度', '优先级', '优先程度', 'priority', 'urgency'],
  waitingSince: ['开始等待日期', '等待日期', '登记日期', '报名日期', 'waiting since', 'registered on'],
  companionGender: ['陪伴者性别要求', '陪伴者性别', '志愿者性别要求', '性别要求', 'companion gender'],
  guardianName: ['监护人姓名', '监护人', '家长姓名', '家长', 'guardian', 'guardian name', 'parent'],
  guardianPhone: [
    '监护人电话',
    '监护人手机',
    '监护人联系电话',
    '家长电话',
    '家长手机',
    'guardian phone',
    'parent phone',
  ],
  guardianRelation: ['关系', '与儿童关系', '监护人关系', '与监护人关系', 'relation', 'relationship'],
} as const;

export const ROSTER_FIELDS = { VOLUNTEERS: VOLUNTEER_FIELDS, CHILDREN: CHILD_FIELDS } as const;
export type VolunteerField = keyof typeof VOLUNTEER_FIELDS;
export type ChildField = keyof typeof CHILD_FIELDS;
export type FieldOf<K extends RosterKind> = K extends 'VOLUNTEERS' ? VolunteerField : ChildField;

/** Fields without which no row can be taken in. */
export const REQUIRED_FIELDS: { readonly [K in RosterKind]: readonly FieldOf<K>[] } = {
  VOLUNTEERS: ['name', 'phone', 'birthDate'],
  CHILDREN: ['name', 'gender', 'birthDate'],
};
