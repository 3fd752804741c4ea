// The headers by which people call the fields of each roster.

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
} as const;

const AT_HOME = {
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

const PHONE = [
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
] as const;

export const VOLUNTEER_FIELDS = {
  ...PERSON,
  ...AT_HOME,
  phone: PHONE,
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

const HOUSEHOLD = {
  householdNumber: ['户号', '家庭编号', '家庭号', '家庭序号', 'household', 'household number', 'family number'],
  householdAddress: ['家庭住址', '住址', '家庭地址', '现住址', '居住地址', '地址', 'address', 'home address'],
  familyForm: ['家庭类型', '家庭结构', '家庭形式', 'family form', 'family type'],
  familySize: ['家庭人口', '家庭人数', '家庭人口数', '人口数', 'family size'],
  originProvince: ['户籍省份', '籍贯', '来源省份', '老家', '户籍地', 'province', 'home province'],
  majorEvents: ['重大事件', '家庭重大事件', '重大变故', 'major events', 'major event'],
  familyNeeds: ['家庭需求', '家庭需要', '家庭服务需求', '家庭主要需求', 'family needs', 'family need'],
  caregiverName: ['主要照护人', '照护人', '照护人姓名', '主要照料人', 'caregiver', 'caregiver name'],
  caregiverPhone: ['照护人电话', '主要照护人电话', '照护人手机', 'caregiver phone'],
  caregiverRelation: ['照护人关系', '与照护人关系', 'caregiver relation'],
  caregiverEducation: ['照护人文化程度', '照护人学历', '照护人教育程度', 'caregiver education'],
  guardianEducation: ['监护人文化程度', '监护人学历', '家长学历', '家长文化程度', '文化程度', 'guardian education'],
} as const;

const INTAKE = {
  schoolStage: ['学段', '就读学段', '就学阶段', 'school stage', 'stage'],
  registration: ['户口性质', '户籍类型', '户籍性质', '户口类型', 'registration', 'hukou'],
  categories: ['儿童类别', '类别', '儿童类型', 'category', 'categories'],
  difficultyLevel: ['困难等级', '困境等级', '关注等级', '等级', '分级', 'level', 'difficulty level'],
  discoveryChannel: ['发现途径', '发现渠道', '来源渠道', '来源', 'channel', 'discovery channel'],
  discoveredOn: ['发现日期', '发现时间', 'discovered on', 'discovery date'],
  referrer: ['转介人', '介绍人', '推荐人', '推荐单位', '转介单位', 'referrer', 'referred by'],
} as const;

export const CHILD_FIELDS = {
  ...PERSON,
  ...AT_HOME,
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
  ...HOUSEHOLD,
  ...INTAKE,
} as const;

export const STAFF_FIELDS = {
  ...PERSON,
  phone: PHONE,
  email: ['邮箱', '电子邮箱', '工作邮箱', '电子邮件', '邮件', 'e-mail', 'email', 'mail', 'email address'],
  roles: ['角色', '岗位', '职务', '职责', '岗位职务', 'role', 'roles', 'position'],
  office: ['办公室', '服务站', '站点', '所属站点', '工作站', '部门', 'office', 'branch'],
  startsOn: ['入职日期', '到岗日期', '任职日期', '开始日期', 'starts on', 'start date', 'joined on'],
  credentialKind: ['资格证书', '职业资格', '证书类型', '资格', '证书', 'credential', 'qualification'],
  credentialNumber: ['证书编号', '资格证编号', '证书号', '证书号码', 'credential number', 'certificate number'],
  credentialIssuer: ['发证机关', '发证单位', '颁发机构', 'issued by', 'issuer'],
  credentialFrom: ['证书有效期起', '发证日期', '证书日期', '取得日期', 'valid from', 'issued on'],
  credentialUntil: ['证书有效期至', '证书到期日', '资格有效期至', 'valid until', 'expires on'],
} as const;
