// What volunteers are told of sessions that they have a place in.
export const TRAINING_WORDS = {
  trainingCancelled: {
    'zh-CN': () => ({
      title: '一场培训取消了',
      body: '您报名的一场培训不能如期进行。请看看别的场次，换一场就好。',
      action: '看看别的场次',
    }),
    en: () => ({
      title: 'A training session was called off',
      body: 'A training session in which you have a place cannot take place. Please see the other days and choose one.',
      action: 'See the other days',
    }),
  },
  teamDayNeeds: {
    'zh-CN': () => ({
      title: '和团队来的那一天，还差一点准备',
      body: '读完一课、签好当天的协议，就可以来了，手机上几分钟。来不了，也请在页面上说一声，名额好留给同事。',
      action: '看看还差什么',
    }),
    en: () => ({
      title: 'A little is missing before your day with the team',
      body: 'One lesson and the agreement for the day, a few minutes on the phone. If you cannot come, please say so on the page, so that a colleague can have the place.',
      action: 'See what is missing',
    }),
  },
  trainingSeatFree: {
    'zh-CN': () => ({
      title: '您候补的培训有名额了',
      body: '有人让出了名额，现在是您的了。请看看哪一天；来不了，请在页面上退出，好让给下一位。',
      action: '看看这场培训',
    }),
    en: () => ({
      title: 'You have a seat in the training session',
      body: 'Somebody gave up a seat, and it is yours now. Please see which day; if you cannot come, leave it on the page, so that the next person can have it.',
      action: 'See the session',
    }),
  },
  trainingCreditDecided: {
    'zh-CN': () => ({
      title: '您在别处学过的，有答复了',
      body: '同事看过了您的证明。算不算数、算到哪天、接下来可以做什么，都写在您的页面上。',
      action: '看看答复',
    }),
    en: () => ({
      title: 'There is an answer about what you learned elsewhere',
      body: 'A colleague has looked at your papers. Whether it counts, until when, and what you can do next stands on your page.',
      action: 'See the answer',
    }),
  },
};
