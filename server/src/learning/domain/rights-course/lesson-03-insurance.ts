import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const INSURANCE: Lesson = {
  key: 'insurance',
  title: { zh: '保险和出了意外怎么办', en: 'Insurance, and what to do when something happens' },
  minutes: 4,
  rules: [],
  passages: [
    text(
      '有的服务会有人身上的危险：走夜路、坐车下乡、带一群孩子爬山。这样的服务开始之前，机构要先给您买好相应的保险。没有买好，可以不去。',
      'Some service carries a risk to your body: dark roads, a ride to a village, a hill with a group of children. Before it begins, the agency takes out insurance for you. Where there is none, you need not go.',
    ),
    text(
      '保险保什么、不保什么、保到哪天，出发前问清楚。您身体上有什么要当心的，也请在出发前说，好安排合适的事。',
      'Ask before you set out what is insured, what is not, and until when. Say, too, what your health asks you to be careful about, so that the task fits you.',
    ),
    text(
      '为服务花的钱，哪些机构给您报、怎么报，协议里会写明。志愿服务没有报酬；补上的是花掉的，不是工钱。',
      'The agreement says which costs of your service are paid back, and how. Volunteering is not paid: what you get back is what you spent, not a wage.',
    ),
    doThis(
      '出了意外：先顾人，再打急救电话，然后马上告诉机构；照片、票据、时间地点都留好。',
      'When something happens: people first, then the emergency number, then the agency at once. Keep photos, receipts, the time and the place.',
    ),
    never(
      '不私下了结，不自己掏钱摆平，也不因为怕给人添麻烦就不说。',
      'Do not settle it privately, do not pay to make it go away, and do not keep quiet so as not to trouble anybody.',
    ),
    scene(
      '搬书的时候他扭了腰，想着“回家贴个膏药就好”。领队还是当天记下来，送他去看了医生。两周以后要报销，正好用上那天的记录。',
      'Carrying books, he hurt his back and thought a plaster at home would do. The leader wrote it down all the same and took him to a doctor. Two weeks later the insurance asked for just that note.',
    ),
  ],
  quiz: [
    {
      key: 'uninsured',
      ask: {
        zh: '明天带孩子们去爬山，您发现保险还没有买。',
        en: 'Tomorrow the children are to climb a hill, and you find that there is no insurance yet.',
      },
      options: [
        right(
          'A',
          '告诉负责的同事：买好了再去，买不好就换一个活动',
          'Tell whoever is responsible: insured, or something else instead',
          '对。这不是扫兴，是替每个人想到了。',
          'Yes. That spoils nothing; it thinks of everybody.',
        ),
        wrong('B', '大家小心一点就行', 'Just be careful', '意外不挑小心的人。', 'Accidents do not spare the careful.'),
        wrong(
          'C',
          '您自己买一份',
          'Buy one for yourself',
          '这份保险该由机构来买，孩子和别的志愿者也要有。',
          'It is for the agency to provide, and the others need it as much.',
        ),
      ],
    },
    {
      key: 'fall',
      ask: {
        zh: '活动中一位志愿者摔了一跤，说“没事没事”。',
        en: 'A volunteer falls during an activity and says: “It is nothing.”',
      },
      options: [
        wrong('A', '那就继续', 'Then go on', '有的伤过几个小时才疼。', 'Some injuries only hurt hours later.'),
        wrong(
          'B',
          '活动结束再说',
          'Talk about it afterwards',
          '晚了，人和记录都可能补不上。',
          'By then help and notes may both be too late.',
        ),
        right(
          'C',
          '停一停，看看人，告诉领队并记下来',
          'Pause, look after them, tell the leader and write it down',
          '对。先顾人，再留下记录。',
          'Yes. The person first, and then the note.',
        ),
      ],
    },
  ],
};
