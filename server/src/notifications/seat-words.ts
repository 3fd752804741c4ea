// What volunteers are told of their seats at activities, and a worker of a seat that became free.
export const SEAT_WORDS = {
  seatsPublished: {
    'zh-CN': () => ({
      title: '请您来参加活动',
      body: '给您安排了活动。请看看是哪一天、做什么，再告诉我们您来不来；来不了没关系，早点说就好。',
      action: '看看我的活动',
    }),
    en: () => ({
      title: 'You are asked to help at an activity',
      body: 'You have a seat at an activity. Please see the day and what is to be done, and say whether you come; it is all right if you cannot, only tell us early.',
      action: 'See my activities',
    }),
  },
  seatsEnded: {
    'zh-CN': () => ({
      title: '您的一个活动有变化',
      body: '您原来要参加的一个活动取消了，或者安排有变化，这一次不用来了。谢谢您愿意来。',
      action: '看看我的活动',
    }),
    en: () => ({
      title: 'One of your activities has changed',
      body: 'An activity that you were to help at was called off or arranged anew, so you need not come this time. Thank you for being willing to.',
      action: 'See my activities',
    }),
  },
  activityMoved: {
    'zh-CN': () => ({
      title: '您要来的活动换了时间',
      body: '机构把您要来的一个活动换到了别的时间。请看看新的日期和时间，再告诉我们您来不来；来不了没关系，早点说就好。',
      action: '看看新的时间',
    }),
    en: () => ({
      title: 'An activity that you come to has another time',
      body: 'The agency has moved an activity that you come to. Please see the new day and hours, and say whether you come; it is all right if you cannot, only tell us early.',
      action: 'See the new time',
    }),
  },
  activityMovedInCharge: {
    'zh-CN': () => ({
      title: '您负责的活动换了时间',
      body: '一位同事把您负责的一个活动换到了别的时间。志愿者和团队已经接到通知；报了名的家庭，请您去说一声。',
      action: '看看这个活动',
    }),
    en: () => ({
      title: 'An activity that you are in charge of has another time',
      body: 'A colleague has moved an activity that you are in charge of. Volunteers and teams have been told; please tell the families who signed up.',
      action: 'See the activity',
    }),
  },
  seatDeclined: {
    'zh-CN': () => ({
      title: '一位志愿者来不了活动',
      body: '您通知过的一位志愿者说来不了。名额空出来了，可以再安排一次：别人的安排不会变。',
      action: '看看这个月的安排',
    }),
    en: () => ({
      title: 'A volunteer cannot come to an activity',
      body: 'A volunteer whom you told of a seat cannot come. The seat is free, and you can arrange the month once more: the others stay where they are.',
      action: 'See the month',
    }),
  },
} as const;
