import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const ON_THE_WAY: Lesson = {
  key: 'on-the-way',
  title: { zh: '路上和夜里', en: 'On the way and at night' },
  minutes: 5,
  rules: ['NO_TRANSPORT', 'NO_OVERNIGHT'],
  passages: [
    text(
      '来和回的路由家里人负责，或者由社会工作者安排。您不开车、不骑车、不叫车送孩子，也不陪孩子单独走夜路。',
      'The family looks after the way there and back, or the social worker arranges it. You do not drive, cycle or call a car for the child, nor walk alone with the child at night.',
    ),
    text(
      '任何情况都不一起过夜：不留孩子在您家，您也不住在孩子家。出远门的活动有机构的方案，每一晚都写清楚谁和谁住、谁值班。',
      'Nobody stays overnight, under any circumstances: not the child at your home, not you at theirs. Activities away from home have a plan of the agency’s that says who sleeps where and who is on duty.',
    ),
    doThis(
      '见面结束前十分钟，确认谁来接、几点到。没有人来，就和孩子一起在看得见的地方等，打电话给社会工作者。',
      'Ten minutes before the end, make sure who comes and when. If nobody comes, wait together where you can be seen and ring the social worker.',
    ),
    doThis(
      '天气预警、身体不舒服、路上有危险，就改天。改天不是失约。',
      'In bad weather, when someone is unwell or the way is unsafe, choose another day. That is not breaking a promise.',
    ),
    never(
      '不答应“就送到路口”“就住一晚”。例外正是事情出错的地方。',
      'Never agree to “only to the corner” or “only one night”. Exceptions are where things go wrong.',
    ),
    scene(
      '下大雨，家里人打电话说赶不来，请志愿者开车送一下。志愿者说：“我陪他在这里等，我已经打给社会工作者了。”社会工作者和值班的同事一起送孩子回了家，到家后告诉了家里人和志愿者。',
      'In pouring rain the family rang: they could not come, would the volunteer drive the child home? He said: “I will wait with him, and I have rung the social worker.” She and a colleague on duty took the child home together and told the family and the volunteer when they had arrived.',
    ),
  ],
  quiz: [
    {
      key: 'rain',
      ask: {
        zh: '天黑了，接孩子的人还没来，电话也打不通。',
        en: 'It is dark, nobody has come for the child, and the phone is not answered.',
      },
      options: [
        wrong(
          'A',
          '叫一辆车送孩子回家',
          'Call a car and take the child home',
          '路上只有你们两个，家里也不知道有没有人。',
          'You would be alone on the way, and perhaps nobody is at home.',
        ),
        wrong(
          'B',
          '孩子认识路，让他自己走',
          'The child knows the way; let them walk',
          '天黑了，孩子一个人不安全。',
          'Alone in the dark a child is not safe.',
        ),
        right(
          'C',
          '在有人的地方一起等，打电话给社会工作者；没人接就打机构的值班电话',
          'Wait together among people and ring the social worker, or else the agency’s number on call',
          '对。您不需要一个人想办法。',
          'Yes. You need not find a way on your own.',
        ),
      ],
    },
    {
      key: 'one-night',
      ask: {
        zh: '孩子的妈妈住院，问孩子能不能在您家住一晚。',
        en: 'The mother is in hospital and asks whether the child may stay with you for one night.',
      },
      options: [
        right(
          'A',
          '说您不能，但马上请社会工作者一起想办法',
          'Say that you cannot, and ask the social worker at once to find a way',
          '对。机构和社区有可以托付的安排。',
          'Yes. Agency and community have arrangements that can be relied on.',
        ),
        wrong(
          'B',
          '答应，情况特殊',
          'Agree; this is an exception',
          '不一起过夜没有例外。',
          'There is no exception to this rule.',
        ),
        wrong(
          'C',
          '答应，但让您的爱人陪着',
          'Agree, with your spouse there',
          '家里人没有经过查询和培训。',
          'Your family has neither been checked nor trained.',
        ),
      ],
    },
  ],
};
