import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const HOURS: Lesson = {
  key: 'hours',
  title: { zh: '服务时长和证明', en: 'Hours and certificates' },
  minutes: 4,
  rules: [],
  passages: [
    text(
      '服务时长按真正做了多少算：从开始到结束，路上的时间不算，吃饭休息也不算。您确认，机构也确认，两边都点了头才算数。',
      'Hours are what was really done, from the beginning to the end, without the way there and without breaks. They count once you have confirmed them and the agency has, too.',
    ),
    text(
      '忘了记，可以补。补的时候写清为什么晚了，由另一位同事看过。记错了也可以改，原来写的还看得到，谁也不能悄悄抹掉。',
      'Forgotten hours can be added late, with the reason, and a second colleague looks at them. Mistakes are put right, too; what stood there before remains to be seen, and nobody can quietly wipe it out.',
    ),
    text(
      '需要证明的时候，免费开给您：写着您是谁、什么时候、做了什么、做了多久、谁开的。上面有号码，收到的人能查真假，却看不到别的。',
      'A certificate is yours, free of charge: who you are, when, what, how long, and who issued it. It bears a number by which whoever receives it can check it, and see nothing more.',
    ),
    doThis(
      '每次服务完，当天看一眼自己的时长；不对，就说出来。',
      'Look at your hours on the day of each service, and say so if they are wrong.',
    ),
    never(
      '不替没来的人签到，不多写一分钟。一个假的，会让所有真的都受怀疑。',
      'Do not check in for somebody who is not there, and do not write a minute too many. One false entry casts doubt on all the true ones.',
    ),
    scene(
      '一位同学差两个小时就满学分，请她“帮忙多写两个小时”。她没有写，陪那位同学报了周六的分书活动，正好两个小时。',
      'A student was two hours short and asked her to add them. She did not; instead they signed up together to sort books on Saturday. That took two hours.',
    ),
  ],
  quiz: [
    {
      key: 'way',
      ask: {
        zh: '路上一小时，陪伴一个半小时，回家又一小时。时长是多少？',
        en: 'An hour to get there, an hour and a half with the child, an hour home. How long was the service?',
      },
      options: [
        wrong(
          'A',
          '三个半小时',
          'Three and a half hours',
          '路上的辛苦我们记在心里，但不记在时长里。',
          'The journey is appreciated, but it is not service.',
        ),
        right('B', '一个半小时', 'An hour and a half', '对。从开始到结束。', 'Yes. From the beginning to the end.'),
        wrong(
          'C',
          '两小时，取个整',
          'Two hours, rounded',
          '差不多的数，证明不了什么。',
          'A number that is about right proves nothing.',
        ),
      ],
    },
    {
      key: 'absent',
      ask: {
        zh: '朋友说：“我今天去不了，你帮我签个到。”',
        en: 'A friend says: “I cannot come today, sign in for me.”',
      },
      options: [
        wrong(
          'A',
          '签，就这一次',
          'Do it, just this once',
          '孩子身边到底有几位大人，名单说了不算了。',
          'Then the list no longer says how many adults are with the children.',
        ),
        wrong(
          'B',
          '签，然后自己多做一点',
          'Do it, and work a little more',
          '做得再多，也还是假的。',
          'However much you do, it stays untrue.',
        ),
        right(
          'C',
          '不签，请朋友告诉机构今天来不了',
          'No; the friend tells the agency that they cannot come',
          '对。名单是真的，大家都安心。',
          'Yes. A true list keeps everybody safe.',
        ),
      ],
    },
  ],
};
