// What people are told when something about a child's safety, or a family's word, cannot wait; in both languages.

export const SAFETY_WORDS = {
  companionshipPaused: {
    'zh-CN': () => ({
      title: '一段陪伴先停一停',
      body: '有一段陪伴暂停了。请问问双方的情况，跟家庭说明，再一起决定什么时候继续。',
      action: '查看这段陪伴',
    }),
    en: () => ({
      title: 'A companionship rests',
      body: 'A companionship has been paused. Please ask both sides how they are, explain it to the family, and decide together when it goes on.',
      action: 'Open the companionship',
    }),
  },
  familySaidStop: {
    'zh-CN': () => ({
      title: '一个家庭说了“停”',
      body: '有人用家庭卡说了“停”，这段陪伴已经停下。请当天联系家庭，先好好听；没有再次得到答应以前，陪伴不会继续。',
      action: '查看这段陪伴',
    }),
    en: () => ({
      title: 'A family said stop',
      body: 'Somebody said stop by the family card, and the companionship rests already. Please get in touch today and listen first; it does not go on before there is a new yes.',
      action: 'Open the companionship',
    }),
  },
  concernRaised: {
    'zh-CN': () => ({
      title: '有一件安全关切，请马上看',
      body: '有人说出了对安全的担心。请马上打开看一看，并按期限向主管部门报告。请不要在消息里讨论。',
      action: '马上查看',
    }),
    en: () => ({
      title: 'A concern about safety: please look now',
      body: 'Somebody is worried about safety. Please open it now, and report to the authority in time. Do not discuss it in messages.',
      action: 'Look now',
    }),
  },
};
