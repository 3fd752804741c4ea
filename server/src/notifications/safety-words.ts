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
  volunteerPaused: {
    'zh-CN': () => ({
      title: '您督导的一位志愿者先停一停',
      body: '您督导的一位志愿者，有一段陪伴暂停了。请看看这位志愿者现在怎么样，需不需要谈一谈。',
      action: '看看我督导的志愿者',
    }),
    en: () => ({
      title: 'A volunteer whom you supervise rests',
      body: 'A companionship of a volunteer whom you supervise has been paused. Please see how the volunteer is, and whether a talk would help.',
      action: 'See the volunteers whom you supervise',
    }),
  },
  supervisionScheduled: {
    'zh-CN': () => ({
      title: '督导约您谈一谈',
      body: '督导和您约了一次会谈。请看看哪一天，也可以先写下您想谈的事，只有督导看得到。',
      action: '看看这次会谈',
    }),
    en: () => ({
      title: 'Your supervisor would like to talk with you',
      body: 'Your supervisor has set a day for a talk. Please see which, and write down what you would like to talk about if you wish; only your supervisor reads it.',
      action: 'See the talk',
    }),
  },
  supervisionToSign: {
    'zh-CN': () => ({
      title: '会谈记录等您看一看',
      body: '督导写下了会谈的记录和说好的事。请看一看，写得对就签名；不对，请告诉督导再改。',
      action: '看记录',
    }),
    en: () => ({
      title: 'The record of your talk waits for you',
      body: 'Your supervisor wrote down what you talked about and agreed on. Please read it and sign it if it is right; if it is not, tell your supervisor, who will mend it.',
      action: 'Read the record',
    }),
  },
  volunteerTimesChanged: {
    'zh-CN': () => ({
      title: '您督导的一位志愿者改了有空的时间',
      body: '一位志愿者改了有空的时间。以后的安排会按新的时间；已经约好的，请看看要不要一起调整。',
      action: '看看我督导的志愿者',
    }),
    en: () => ({
      title: 'A volunteer whom you supervise changed their free times',
      body: 'A volunteer changed when they are free. What is arranged from now on goes by it; please see whether what was agreed before should be adjusted together.',
      action: 'See the volunteers whom you supervise',
    }),
  },
  familyTookBack: {
    'zh-CN': () => ({
      title: '一个家庭收回了同意',
      body: '有家庭收回了“给谁看什么”。平台已经马上不再给看。请看看有没有已经交出去的纸面材料需要收回，不用问家庭理由。',
      action: '查看这个家庭的同意',
    }),
    en: () => ({
      title: 'A family took a consent back',
      body: 'A family has taken back what may be shown to others, and the platform shows it no longer. Please see whether something on paper has to come back too. There is no need to ask the family why.',
      action: 'Open what the family said',
    }),
  },
  consentEndsSoon: {
    'zh-CN': () => ({
      title: '一个家庭的同意快到期了',
      body: '您记下的一份同意这个月内到期。到期以后，平台不再给看。请在下次见面时再问一问家里每一个人。',
      action: '查看这个家庭的同意',
    }),
    en: () => ({
      title: 'The consent of a family ends soon',
      body: 'A consent that you wrote down ends within the month. After that day the platform shows nothing any more. Please ask everybody in the family again when you next meet.',
      action: 'Open what the family said',
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
  concernUnseen: {
    'zh-CN': () => ({
      title: '有一件安全关切还没有人看',
      body: '有人说出了对安全的担心，到现在还没有人打开。请您马上打开看一看，并联系值班的同事。请不要在消息里讨论。',
      action: '马上查看',
    }),
    en: () => ({
      title: 'A concern about safety that nobody has seen',
      body: 'Somebody is worried about safety, and nobody has opened it yet. Please open it now, and get in touch with whoever is on call. Do not discuss it in messages.',
      action: 'Look now',
    }),
  },
  concernReportDue: {
    'zh-CN': () => ({
      title: '报告主管部门的期限快到了',
      body: '有一件安全关切还没有记下报告。请马上打开：需要报告的，现在就报告并记下；不需要的，写清楚为什么。请不要在消息里讨论。',
      action: '马上查看',
    }),
    en: () => ({
      title: 'The time to report to the authority is nearly over',
      body: 'A concern about safety has no report written down. Please open it now: report it and write that down, or write why no report is owed. Do not discuss it in messages.',
      action: 'Look now',
    }),
  },
  concernReportLate: {
    'zh-CN': () => ({
      title: '报告主管部门的期限已经过了',
      body: '有一件安全关切过了期限，还没有记下报告。请马上打电话报告主管部门，再打开记下来。请不要在消息里讨论。',
      action: '马上查看',
    }),
    en: () => ({
      title: 'The time to report to the authority is over',
      body: 'A concern about safety is past its time, and no report is written down. Please ring the authority now, then open it and write that down. Do not discuss it in messages.',
      action: 'Look now',
    }),
  },
  companionStopped: {
    'zh-CN': () => ({
      title: '一位陪伴者不能再来了',
      body: '一位志愿者的服务已经停止，相关的陪伴随之结束。请尽快联系家庭，商量怎么告诉他们，再看看接下来怎么安排。',
      action: '查看这段陪伴',
    }),
    en: () => ({
      title: 'A companion cannot come any more',
      body: "A volunteer's service has been stopped, and their companionships have ended with it. Please get in touch with each family soon, agree what they are told and how, and plan what comes next.",
      action: 'Open the companionship',
    }),
  },
  workStopped: {
    'zh-CN': () => ({
      title: '一个人的工作已经暂停',
      body: '一位同事或志愿者的全部工作已经立即暂停。请看看有没有需要接手的事情。恢复工作需要由另一位有权限的人决定。',
      action: '去看一看',
    }),
    en: () => ({
      title: "Somebody's work has been stopped",
      body: 'All work of a colleague or volunteer has been stopped at once. Please see what needs to be taken over. Letting them work again is for a second authorised person to decide.',
      action: 'Have a look',
    }),
  },
};
