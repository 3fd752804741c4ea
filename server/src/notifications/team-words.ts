// What coordinators of companies and other teams are told of their bookings, and the desk of theirs.
interface Agency {
  readonly agency: string;
}

export const TEAM_WORDS = {
  teamBookingRequested: {
    'zh-CN': () => ({
      title: '有团队约了一天',
      body: '一个团队提交了活动的预约，名额先替他们留着。请看看，确认或者写下为什么不行。',
      action: '看预约',
    }),
    en: () => ({
      title: 'A team asks for a day',
      body: 'A team has asked for places on a day; they are kept for it. Please look, and confirm or say why not.',
      action: 'See the booking',
    }),
  },
  teamBookingConfirmed: {
    'zh-CN': () => ({
      title: '活动约好了',
      body: '您的团队约的活动已经确认。请看看要准备什么，尽早请同事们报名。',
      action: '看预约',
    }),
    en: () => ({
      title: 'Your day is confirmed',
      body: 'The day that your team asked for is confirmed. Please see what to prepare, and ask your colleagues early.',
      action: 'See the booking',
    }),
  },
  teamBookingOffered: {
    'zh-CN': () => ({
      title: '候补的活动有名额了',
      body: '名额替您的团队留一段时间。请在时间到以前打开页面，接受或者让给下一个团队。',
      action: '看名额',
    }),
    en: () => ({
      title: 'There are places for your team',
      body: 'They are kept for a while. Please open the page before the time is over, and take them or leave them to the next team.',
      action: 'See the places',
    }),
  },
  teamBookingDeclined: {
    'zh-CN': () => ({
      title: '约的活动办不成',
      body: '机构这次不能接待您的团队，原因写在页面上。请看看别的日子。',
      action: '看原因',
    }),
    en: () => ({
      title: 'Your team cannot come on that day',
      body: 'The agency cannot receive your team this time; the page says why. Please see the other days.',
      action: 'See why',
    }),
  },
  teamBookingExpired: {
    'zh-CN': () => ({
      title: '替您留的名额放开了',
      body: '时间到了还没有提交，名额给了别人。还想来，请再约一次。',
      action: '看预约',
    }),
    en: () => ({
      title: 'The places kept for you are free again',
      body: 'The time ended without your answer, so others can have the places. If you still want to come, please book again.',
      action: 'See the booking',
    }),
  },
  teamPackSent: {
    'zh-CN': () => ({
      title: '活动的说明写好了',
      body: '机构写好了您的团队那天的说明：每位同事的服务时间、活动怎么样、带来了什么。',
      action: '看说明',
    }),
    en: () => ({
      title: 'What your day came to',
      body: 'The agency has written up your team’s day: the hours of each colleague, how it went, and what came of it.',
      action: 'Read it',
    }),
  },
  teamDayCalledOff: {
    'zh-CN': () => ({
      title: '约好的活动取消了',
      body: '机构取消了您的团队要参加的活动，很抱歉。请看看别的日子。',
      action: '看别的日子',
    }),
    en: () => ({
      title: 'A day that you booked was called off',
      body: 'We are sorry: the agency had to call off the day to which your team was coming. Please see the other days.',
      action: 'See the other days',
    }),
  },
  colleagueInvited: {
    'zh-CN': ({ agency }: Agency) => ({
      title: '和同事一起来一天',
      body: `${agency}：您的公司约好了一天，请您一起来。看看是哪一天，自己报名；不来也没关系：`,
      action: '看看这一天',
    }),
    en: ({ agency }: Agency) => ({
      title: 'A day with your colleagues',
      body: `${agency}: your company has agreed on a day and asks you along. See which day, and join by yourself if you like:`,
      action: 'See the day',
    }),
  },
};
