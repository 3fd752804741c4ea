import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const BODY_AND_SPACE: Lesson = {
  key: 'body-and-space',
  title: { zh: '身体的界线', en: 'Body and space' },
  minutes: 6,
  rules: ['OPPOSITE_GENDER_IN_THE_OPEN'],
  passages: [
    text(
      '每个人的身体都有界线，孩子的界线由孩子说了算。有的孩子喜欢靠得近，有的孩子不喜欢别人碰。看孩子，等孩子，跟着孩子的步子。',
      'Everyone has boundaries, and a child decides about their own. Some children like to sit close, others do not want to be touched. Watch, wait, and follow the child’s pace.',
    ),
    text(
      '男志愿者和女孩、女志愿者和男孩一起时，按机构的规定有第三个人在场，或者在敞开的、有人的地方。同性之间也一样守住看得见。',
      'When a man accompanies a girl, or a woman a boy, a third person is present or the place is open and has people in it, as the agency rules. Between the same sex, too, stay where you can be seen.',
    ),
    doThis(
      '打招呼用击掌、挥手，或者孩子自己选的方式。',
      'Greet with a high five, a wave, or whatever the child chooses.',
    ),
    doThis(
      '孩子摔倒、难过时，先问：“要不要我扶你？要不要我坐在旁边？”',
      'When a child falls or is sad, ask first: “Shall I help you up? Shall I sit beside you?”',
    ),
    never(
      '不亲、不抱坐在腿上、不挠痒、不给孩子换衣服、不一起上厕所或洗澡。',
      'No kissing, no sitting on your lap, no tickling, no dressing the child, no going to the toilet or washing together.',
    ),
    never(
      '不说孩子的身材长相，不开跟性有关的玩笑，也不在孩子面前和别人开。',
      'Do not comment on a child’s body or looks, and make no sexual jokes, neither to the child nor in front of them.',
    ),
    scene(
      '小禾（化名）每次见面都扑上来抱住志愿者。志愿者蹲下来，和她约好一个“我们的招呼”：碰碰拳头，转一圈。小禾很喜欢。志愿者把这件事写进了记录，社会工作者也知道了小禾很想有人亲近。',
      'Xiaohe (not her name) threw her arms around her volunteer each time. The volunteer knelt down and invented a greeting with her: bump fists, turn around once. Xiaohe loved it. The volunteer noted it, and so the social worker learned how much Xiaohe longs to be close to someone.',
    ),
  ],
  quiz: [
    {
      key: 'sad-child',
      ask: { zh: '孩子哭了，坐在台阶上不说话。', en: 'A child is crying on the steps and does not speak.' },
      options: [
        wrong(
          'A',
          '马上抱住孩子',
          'Hug the child at once',
          '有的孩子会更害怕。先问。',
          'It may frighten a child even more. Ask first.',
        ),
        right(
          'B',
          '坐在旁边不远处，说：“我在这里。要不要我陪你坐一会儿？”',
          'Sit down not too close and say: “I am here. Shall I sit with you for a while?”',
          '对。让孩子自己选。',
          'Yes. It lets the child choose.',
        ),
        wrong(
          'C',
          '讲个笑话，让孩子别哭了',
          'Tell a joke to stop the tears',
          '难过需要有人看见，不需要马上被赶走。',
          'Sadness wants to be seen, not chased away.',
        ),
      ],
    },
    {
      key: 'third-person',
      ask: {
        zh: '您是男志愿者，一位女孩要跟您练习面试，教室里今天只有你们两个。',
        en: 'You are a man; a girl wants to practise an interview with you, and today you two are alone in the classroom.',
      },
      options: [
        wrong(
          'A',
          '关上门，不被打扰',
          'Close the door so that nobody disturbs you',
          '关上门，就没有人看得见了。',
          'Behind a closed door nobody can see you.',
        ),
        wrong(
          'B',
          '开着门就够了',
          'An open door is enough',
          '还需要附近有另一位大人。',
          'Another adult must be within reach as well.',
        ),
        right(
          'C',
          '请值班的大人过来，或者换到大厅里练',
          'Ask the adult on duty to join, or practise in the hall',
          '对。练习一样好，大家都安心。',
          'Yes. The practice is just as good, and everyone is at ease.',
        ),
      ],
    },
  ],
};
