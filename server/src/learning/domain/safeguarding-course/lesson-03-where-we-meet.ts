import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const WHERE_WE_MEET: Lesson = {
  key: 'where-we-meet',
  title: { zh: '在哪里见面', en: 'Where you meet' },
  minutes: 5,
  rules: ['AGREED_PLACES_ONLY', 'SECOND_ADULT_WITHIN_REACH'],
  passages: [
    text(
      '见面的地方写在计划里：社区图书角、活动室、学校开放的教室、公园里人来人往的地方。这些地方有一个共同点：别人看得见，附近有另一位大人。',
      'The places are written in the plan: a community reading corner, an activity room, an open classroom, a busy part of the park. They have one thing in common: others can see you, and another adult is within reach.',
    ),
    text(
      '这样做保护孩子，也保护您。没有人会猜，也没有人需要解释。',
      'This protects the child, and it protects you. Nobody has to guess, and nobody has to explain.',
    ),
    doThis('门开着，或者坐在看得见的地方。', 'Keep the door open, or sit where you can be seen.'),
    doThis(
      '到了以后，先跟那里的大人打招呼，说您和孩子在哪里。',
      'When you arrive, greet the adult who is there and say where you and the child will be.',
    ),
    never(
      '不去您家、宾馆、包间、车里，也不一个人去孩子家里而没有大人在。',
      'Never at your home, in a hotel, a private room or a car, nor at the child’s home when no adult is there.',
    ),
    scene(
      '活动室临时停电关门。志愿者没有带孩子去别处，而是打电话给社会工作者。二十分钟后他们坐到了居委会的大厅里，值班的阿姨在旁边。',
      'The activity room closed because of a power cut. Instead of taking the child elsewhere, the volunteer rang the social worker. Twenty minutes later they sat in the hall of the residents’ committee, with the woman on duty beside them.',
    ),
  ],
  quiz: [
    {
      key: 'closed-room',
      ask: {
        zh: '到了约好的地方，门锁着。孩子说：“去我家吧，没人。”',
        en: 'The agreed place is locked. The child says: “Let’s go to my home, nobody is in.”',
      },
      options: [
        wrong(
          'A',
          '去，孩子自己提的',
          'Go; the child suggested it',
          '孩子家里没有大人，您和孩子都没有保护。',
          'With no adult at home, neither of you is protected.',
        ),
        right(
          'B',
          '留在看得见的地方，打电话给社会工作者',
          'Stay where you can be seen and ring the social worker',
          '对。一起想办法，或者改天。',
          'Yes. Find a way together, or meet another day.',
        ),
        wrong(
          'C',
          '开车带孩子去商场',
          'Drive the child to a shopping centre',
          '不开车接送，也不临时换地方。',
          'No transport, and no changing places on your own.',
        ),
      ],
    },
    {
      key: 'why-adult',
      ask: { zh: '为什么附近要有另一位大人？', en: 'Why must another adult be within reach?' },
      options: [
        right(
          'A',
          '孩子有事能马上找到人，也没有人会误会',
          'The child can find someone at once, and nobody can misunderstand',
          '对。它保护两个人。',
          'Yes. It protects both of you.',
        ),
        wrong(
          'B',
          '因为机构不相信志愿者',
          'Because the agency does not trust volunteers',
          '每个人都一样，社会工作者自己也这样做。',
          'It is the same for everyone; social workers do it too.',
        ),
        wrong(
          'C',
          '只有第一次见面才需要',
          'It is needed only the first time',
          '每一次都需要。',
          'It is needed every time.',
        ),
      ],
    },
  ],
};
