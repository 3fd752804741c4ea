import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const YOUR_PART: Lesson = {
  key: 'your-part',
  title: { zh: '您的位置', en: 'Your part' },
  minutes: 6,
  rules: [],
  passages: [
    text(
      '孩子身边有父母或照顾他的人，有老师，有社会工作者。您是志愿者：按约好的时间来，做约好的事，把看到的告诉社会工作者。位置清楚，孩子就安心。',
      'A child has parents or carers, teachers, and a social worker. You are a volunteer: you come when agreed, do what was agreed, and tell the social worker what you see. When everyone’s part is clear, a child can relax.',
    ),
    text(
      '计划由社会工作者批准，家里人和孩子都同意过。想换活动、换时间、多见一次，都先问。',
      'The plan is approved by the social worker, and the family and the child have agreed to it. Ask before changing the activity or the time, or before meeting once more.',
    ),
    doThis(
      '准时来。来不了，尽早说，并约好下一次。孩子会数日子。',
      'Come on time. If you cannot, say so early and agree on the next day. Children count the days.',
    ),
    doThis(
      '每次见面后用手机记一笔：见到了没有，做了什么，有没有放在心上的事。',
      'After each meeting, note on your phone whether you met, what you did, and anything that stays on your mind.',
    ),
    never(
      '不评论孩子的父母，不在父母之间传话，不替家里出主意该不该离婚、搬家、转学。',
      'Do not judge the parents, carry messages between them, or advise the family on divorce, moving or changing schools.',
    ),
    scene(
      '阿木（化名）说：“叔叔，你要是我爸爸就好了。”志愿者没有答应，也没有躲开，他说：“听你这样说，我知道你很喜欢我们在一起的时间。我是每周六来陪你的叔叔，这件事我会一直做到说好的那天。”',
      'Amu (not his name) said: “I wish you were my dad.” The volunteer neither agreed nor turned away: “I can hear how much you like our time together. I am the one who comes every Saturday, and I will go on doing that until the day we agreed.”',
    ),
  ],
  quiz: [
    {
      key: 'late',
      ask: {
        zh: '周六早上您发烧了，下午约了孩子。',
        en: 'On Saturday morning you have a fever; you were to meet the child in the afternoon.',
      },
      options: [
        wrong(
          'A',
          '等好了再跟孩子道歉',
          'Apologise once you are well',
          '孩子会一直等，还会以为是自己不好。',
          'The child will wait, and may think it is their own fault.',
        ),
        right(
          'B',
          '马上告诉社会工作者，一起约好下一次，请人转告孩子',
          'Tell the social worker at once, agree on another day, and have the child told',
          '对。早说，孩子心里就有数。',
          'Yes. Told early, the child knows where they stand.',
        ),
        wrong(
          'C',
          '请一位朋友替您去',
          'Send a friend instead',
          '没有培训、协议和记录查询的人不能见孩子。',
          'Nobody meets a child without training, an agreement and a record check.',
        ),
      ],
    },
    {
      key: 'secret-quarrel',
      ask: { zh: '孩子的妈妈请您转告爸爸一句话。', en: 'The child’s mother asks you to pass a message to the father.' },
      options: [
        wrong(
          'A',
          '转告，只是一句话',
          'Pass it on; it is only one sentence',
          '传话会把您，也把孩子，放到大人的事情中间。',
          'Carrying messages puts you, and the child, between the adults.',
        ),
        wrong(
          'B',
          '让孩子转告',
          'Let the child pass it on',
          '更不行：孩子不该夹在中间。',
          'Worse: a child should never stand in between.',
        ),
        right(
          'C',
          '温和地说这不是您能做的，并告诉社会工作者',
          'Say kindly that this is not yours to do, and tell the social worker',
          '对。社会工作者可以和家里人谈。',
          'Yes. The social worker can talk with the family.',
        ),
      ],
    },
  ],
};
