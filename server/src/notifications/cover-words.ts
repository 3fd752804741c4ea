// What people are told when nobody stands in for an absent companion any more; in both languages.

export const COVER_WORDS = {
  coverEndedForWorker: {
    'zh-CN': () => ({
      title: '一段代为陪伴结束了',
      body: '有一段代为陪伴已经结束。请当面告诉家里人接下来谁陪着，再把说了什么记下来。',
      action: '查看这段陪伴',
    }),
    en: () => ({
      title: 'Somebody no longer stands in',
      body: 'A time of standing in for a companion has ended. Please tell the family in person who is there from now on, and write down what was said.',
      action: 'Open the companionship',
    }),
  },
  coverEndedForVolunteer: {
    'zh-CN': ({ agency }: { readonly agency: string }) => ({
      title: '代为陪伴到这里，谢谢您',
      body: `您代为陪伴的日子结束了。谢谢您在需要的时候站出来。${agency}的社会工作者会告诉有关的人。`,
      action: '查看',
    }),
    en: ({ agency }: { readonly agency: string }) => ({
      title: 'Thank you for standing in',
      body: `The days in which you stood in are over. Thank you for being there when it was needed. The social workers of ${agency} tell those concerned.`,
      action: 'Open',
    }),
  },
  coverEndedForFirst: {
    'zh-CN': ({ agency }: { readonly agency: string }) => ({
      title: '代您陪伴的志愿者结束了',
      body: `您不在的时候代为陪伴的志愿者，今天起不再去了。您什么时候能回来，请和${agency}的社会工作者说一声。`,
      action: '查看',
    }),
    en: ({ agency }: { readonly agency: string }) => ({
      title: 'Nobody stands in for you any more',
      body: `The volunteer who was there while you were away no longer goes. Please tell the social workers of ${agency} when you will be back.`,
      action: 'Open',
    }),
  },
};
