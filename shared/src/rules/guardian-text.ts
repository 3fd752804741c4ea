// What a guardian reads before they say whether their child may volunteer. Its exact words are kept by their fingerprint
// with every answer, so each change of a word below counts the version up.
export const GUARDIAN_TEXT_VERSION = 1;

export interface GuardianTextFacts {
  readonly agencyName: string;
  readonly applicantName: string;
  readonly guardianName: string;
}

/** The whole text, one paragraph a line. */
export function guardianText(facts: GuardianTextFacts, locale: 'zh-CN' | 'en'): string {
  const { agencyName, applicantName, guardianName } = facts;
  const lines =
    locale === 'zh-CN'
      ? [
          `${guardianName}：您好。${applicantName}报名在${agencyName}做志愿者，还没有满十八周岁，所以要先问您。`,
          `做什么：和孩子们一起读书、游戏、参加活动。每一次都有一位查询过记录的成年人在身边，从不单独服务。`,
          `怎么开始：先面谈，再参加培训，签志愿服务协议。协议会再请您看、请您一起签。`,
          `您可以不同意，也可以以后随时说停，打电话就行，不用说理由。`,
          `我们只把您的姓名、和孩子的关系、您的回答和签名记下来，用来证明问过您；不做别的用途。`,
        ]
      : [
          `Dear ${guardianName}, ${applicantName} would like to volunteer with ${agencyName} and is not yet eighteen. So we ask you first.`,
          `What they would do: read, play and take part in activities with children. A cleared adult is always beside them; they never serve alone.`,
          `How it begins: a talk, then training, then a volunteer agreement, which you will see and sign too.`,
          `You can say no, and you can say stop at any time later, by a call and without a reason.`,
          `We keep your name, how you are related, your answer and your signature, as proof that you were asked, and for nothing else.`,
        ];
  return lines.join('\n');
}
