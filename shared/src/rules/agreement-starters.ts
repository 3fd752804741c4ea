// Texts to begin with, for an agency that has none of its own yet: it changes what it needs, and releases what it answers
// for. Contents after 志愿服务条例 14–21, the conduct rules (H25), and §6.1.2 for families.
import type { AgreementKind, AgreementTexts } from './agreements.js';

const VOLUNTEER: AgreementTexts = {
  titleZh: '志愿服务协议',
  titleEn: 'Volunteer agreement',
  textZh: [
    '{{agency}}（以下称机构）和{{name}}（以下称志愿者）自愿约定如下。',
    '一、服务的内容：{{service}}。',
    '二、服务的地点和时间：{{place}}，{{hours}}。临时有变，双方提前一天告诉对方；来不了，请直接告诉社会工作者。',
    '三、志愿者的权利：知道要做什么、有什么风险；参加需要的培训；有一位督导定期谈话；得到必要的保护和保险；查看和更正自己的服务记录，免费取得志愿服务证明；随时可以停下来，不需要理由。',
    '四、志愿者的义务：按照计划和社会工作者的安排服务；完成岗前培训，每年配合一次违法犯罪记录查询；服务以后如实记下联系和时长；参加督导。',
    '五、和孩子在一起：只在约好的地点见面，附近总有另一位大人；不私下联系，不加私人账号；不拍照、不转发；不送计划以外的礼物；不单独接送；不过夜。发现孩子可能受到伤害，马上告诉社会工作者；情况紧急先拨打 110。',
    '六、保守秘密：孩子和家庭的情况，只和负责的社会工作者、督导说。协议结束以后也一样。',
    '七、不收报酬：志愿服务没有报酬，也不向孩子和家庭收取或者接受任何财物。机构承担培训、保险和约定的交通费用。',
    '八、机构的义务：说明风险，安排培训、督导和保险；每次服务都有一位负责的社会工作者可以找；如实记录志愿者的服务。',
    '九、有效期：双方签名当天开始，有效{{days}}天。任何一方可以提前结束；结束以前，先和孩子好好告别。',
    '十、有不同意见，先和督导谈；谈不拢，由机构负责人和双方一起商量。',
  ].join('\n'),
  textEn: [
    '{{agency}} (the agency) and {{name}} (the volunteer) agree of their own free will as follows.',
    '1. What the service is: {{service}}.',
    '2. Where and when: {{place}}, {{hours}}. If something changes, each tells the other a day before; if you cannot come, tell the social worker directly.',
    '3. The volunteer’s rights: to know what is to be done and what may go wrong; to have the training that it needs; to have a supervisor and regular talks; to be protected and insured as necessary; to see and correct the own record and to have a certificate of service free of charge; to stop at any time without a reason.',
    '4. The volunteer’s duties: to serve as planned and as arranged with the social worker; to complete training beforehand, and to have a record check once a year; to write down contacts and hours truthfully; to come to supervision.',
    '5. With a child: meet only where it was agreed, another adult always near; no private contact and no private accounts; no photographs, nothing passed on; no gifts outside the programme; no lifts; no nights. If a child may be harmed, tell the social worker at once; in an emergency call 110 first.',
    '6. Confidence: speak of the child and the family only with the social worker in charge and the supervisor. This holds after the agreement has ended, too.',
    '7. No reward: the service is unpaid, and nothing is taken from a child or family. The agency pays for training, insurance and the agreed travel.',
    '8. The agency’s duties: to explain the risks, and to provide training, supervision and insurance; to name a social worker who can be reached at every service; to record the service truthfully.',
    '9. How long: from the day on which both have signed, for {{days}} days. Either side may end it earlier; before that, the child is given a proper goodbye.',
    '10. Where views differ, talk with the supervisor first; if that does not help, the director talks it over with both.',
  ].join('\n'),
  plainZh: [
    '您答应：按约定的时间地点来，参加培训和督导，只在有别的大人的地方陪孩子，不私下联系，不拍照，不说出去。',
    '我们答应：讲清楚风险，给您培训、督导和保险，随时有一位社会工作者可以找。',
    '您随时可以停下来，不需要理由。',
  ].join('\n'),
  plainEn: [
    'You promise: to come where and when it was agreed, to take part in training and supervision, to be with the child only where another adult is near, no private contact, no photographs, nothing told outside.',
    'We promise: to tell you the risks, to train, supervise and insure you, and that a social worker can always be reached.',
    'You may stop at any time, without a reason.',
  ].join('\n'),
  fields: [
    { key: 'service', labelZh: '服务内容', labelEn: 'What the service is' },
    { key: 'place', labelZh: '服务地点', labelEn: 'Place of service' },
    { key: 'hours', labelZh: '服务时间', labelEn: 'Times of service' },
  ],
  validDays: 365,
};

const SERVICE: AgreementTexts = {
  titleZh: '社会工作服务协议',
  titleEn: 'Social work service agreement',
  textZh: [
    '{{agency}}（以下称机构）和{{name}}的监护人自愿约定如下。',
    '一、服务的内容：{{service}}。具体怎么做，机构和家庭一起商量，写进服务方案，家庭同意了才开始。',
    '二、机构的义务：由专职社会工作者{{worker}}负责；尊重孩子的意愿，听孩子说；保护孩子的安全和隐私；来的志愿者都经过培训和违法犯罪记录查询。',
    '三、家庭的权利：知道谁来、做什么；对每一件事说同意或者不同意；查看、更正孩子的资料；随时结束，不需要理由，也不影响其他应得的帮助。',
    '四、家庭的义务：如实告诉和服务有关的情况；住址、电话和监护人有变化时告诉社会工作者；来不了时提前说。',
    '五、保守秘密：孩子和家庭的情况只给负责的社会工作者看。给别人看任何一项，都要另外征得同意。法律要求报告孩子受到伤害的情形除外。',
    '六、不收费：服务不向家庭收费，也不收礼物。不要求孩子感谢，不用孩子的照片宣传。',
    '七、有效期：双方签名当天开始，有效{{days}}天。任何一方可以提前结束；结束以前，社会工作者和孩子好好告别，有需要的介绍到别处。',
    '八、不满意可以直接告诉机构负责人，也可以用家庭卡说“停”。',
  ].join('\n'),
  textEn: [
    '{{agency}} (the agency) and the guardian of {{name}} agree of their own free will as follows.',
    '1. What the service is: {{service}}. How it is done is talked over with the family and written into a plan, and begins only once the family agrees.',
    '2. The agency’s duties: the social worker {{worker}} is in charge; the child’s wishes are respected and the child is heard; safety and privacy are protected; volunteers who come are trained and have passed a record check.',
    '3. The family’s rights: to know who comes and what is done; to say yes or no to each thing; to see and correct the child’s data; to end it at any time without a reason, and without losing any other help.',
    '4. The family’s duties: to tell truthfully what matters for the service; to tell the social worker when address, phone or guardian changes; to say beforehand if you cannot come.',
    '5. Confidence: only the social workers in charge read about the child and the family. To show anything to anybody else needs a separate yes. Where the law demands that harm to a child be reported, it is.',
    '6. Free of charge: the family pays nothing, and no gifts are taken. No child has to be grateful, and no child’s photograph is used.',
    '7. How long: from the day on which both have signed, for {{days}} days. Either side may end it earlier; before that the child is given a proper goodbye, and led on to other help where needed.',
    '8. If you are not content, tell the director directly, or say “stop” with the family card.',
  ].join('\n'),
  plainZh: [
    '社会工作者帮助孩子，不收钱，每一件事都先问您和孩子。',
    '孩子的情况只给负责的社会工作者看。',
    '您随时可以不要了，不需要理由，也不影响别的帮助。',
  ].join('\n'),
  plainEn: [
    'Social workers help the child, free of charge, and ask you and the child before each thing.',
    'Only the social workers in charge read about the child.',
    'You may stop at any time, without a reason, and lose no other help.',
  ].join('\n'),
  fields: [
    { key: 'service', labelZh: '服务内容', labelEn: 'What the service is' },
    { key: 'worker', labelZh: '负责的社会工作者', labelEn: 'Social worker in charge' },
  ],
  validDays: 365,
};

export const AGREEMENT_STARTERS: Readonly<Record<AgreementKind, AgreementTexts>> = { VOLUNTEER, SERVICE };
