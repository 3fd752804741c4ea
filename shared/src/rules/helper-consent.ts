// What a family hears before a child of it helps: the exact words are kept with the answer by their fingerprint.

export const HELPER_TEXT_VERSION = 1;
export const HELPER_LANGUAGES = ['zh', 'en'] as const;
export type HelperLanguage = (typeof HELPER_LANGUAGES)[number];

/** In parts, as they are read out; nothing personal is in them. */
export function helperConsentText(agencyName: string, language: HelperLanguage): readonly string[] {
  return language === 'zh'
    ? [
        `孩子说想帮助别人。${agencyName}想请您一起决定，孩子可不可以做小志愿者。`,
        '孩子得到的帮助、资助和陪伴和这件事没有关系：答应、不答应、以后不做了，都一样，什么也不会变。',
        '孩子总是在手续齐全的成年人身边服务，头几次有专人带着；有自己的督导者，不是孩子自己的社会工作者。',
        '别人只看到一位志愿者，看不到孩子也是被帮助的人。家里的情况谁也不会知道。',
        '您和孩子随时可以说停，不用说理由，说了马上就停。',
      ]
    : [
        `Your child says they would like to help others. ${agencyName} asks you to decide together whether they may be a young volunteer.`,
        'The help, aid and company that your child receives has nothing to do with this: whether you say yes, no, or stop later, nothing changes.',
        'Your child always serves beside an adult whose papers are in order, is accompanied the first times, and has a supervisor of their own, who is not your child’s social worker.',
        'Others see a volunteer, and not that your child is helped too. Nobody learns anything about your family.',
        'You and your child can say stop at any time, without a reason, and it stops at once.',
      ];
}
