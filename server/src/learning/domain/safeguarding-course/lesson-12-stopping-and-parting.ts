import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const STOPPING_AND_PARTING: Lesson = {
  key: 'stopping-and-parting',
  title: { zh: '停下、告别和照顾自己', en: 'Stopping, parting, and looking after yourself' },
  minutes: 6,
  rules: [],
  passages: [
    text(
      '孩子任何时候都可以说停，不需要理由，也不会因此少了任何帮助。他有一张卡片，上面的号码能悄悄告诉另一位大人。如果有一天您被请停，那不是指责，是孩子在用他的权利。',
      'A child can say stop at any time, without a reason and without losing any help. The child has a card with a code that quietly reaches another adult. If you are asked to stop one day, it is no accusation: the child is using a right.',
    ),
    text(
      '您也可以停：工作变了，身体累了，心里装不下了。早一点说，机构就能好好接上，孩子不用忽然失去一个人。',
      'You can stop, too: work changes, you are tired, it weighs too much. Said early, the agency can see that the child does not lose someone overnight.',
    ),
    doThis(
      '告别是陪伴的一部分。和孩子一起看看做过什么、学会什么，说清楚哪天是最后一次，社会工作者会和你们一起准备。',
      'Parting is part of walking together. Look back with the child on what you did and learned, and say clearly which day is the last. The social worker prepares it with you both.',
    ),
    never(
      '不突然消失，不许做不到的承诺：“我会一直来看你”。',
      'Do not simply vanish, and promise nothing you cannot keep: “I will always come to see you.”',
    ),
    doThis(
      '难过、生气、睡不着，都带到督导里说。那段话只有您和督导者看得到。来督导不是因为做错了什么，是因为这件事重。',
      'Sad, angry or sleepless? Bring it to supervision; what you say about how you are is seen only by you and your supervisor. Supervision is not for mistakes; it is there because this work weighs something.',
    ),
    scene(
      '一年到了，志愿者要去别的城市。他们用三次见面来告别：第一次一起数做过的事，第二次给下一位志愿者写一张“怎么跟我玩”，第三次吃了一碗面。孩子说：“这次是说好的走。”',
      'After a year the volunteer moved to another city. They took three meetings to part: in the first they counted what they had done, in the second they wrote “How to play with me” for the next volunteer, in the third they ate noodles. The child said: “This time somebody left the way we agreed.”',
    ),
  ],
  quiz: [
    {
      key: 'stop',
      ask: {
        zh: '社会工作者告诉您：孩子想停下来，没有说为什么。',
        en: 'The social worker tells you that the child wants to stop and has given no reason.',
      },
      options: [
        right(
          'A',
          '尊重，不去找孩子问，和社会工作者谈谈自己的感受',
          'Respect it, do not seek out the child, and talk with the social worker about how you feel',
          '对。孩子能说停，说明这里是安全的。',
          'Yes. That a child can say stop shows that this is a safe place.',
        ),
        wrong(
          'B',
          '去找孩子问清楚',
          'Find the child and ask why',
          '这会让孩子以后不敢说停。',
          'The child may never dare to say stop again.',
        ),
        wrong(
          'C',
          '请孩子的家里人劝劝',
          'Ask the family to persuade the child',
          '说停不需要任何人批准。',
          'Saying stop needs nobody’s approval.',
        ),
      ],
    },
    {
      key: 'heavy',
      ask: {
        zh: '听了孩子的事，您一连几晚睡不好。',
        en: 'After what a child told you, you sleep badly for several nights.',
      },
      options: [
        wrong(
          'A',
          '忍一忍，孩子更难',
          'Bear it; the child has it harder',
          '您撑不住的时候，也就陪不了孩子。',
          'When you break down, you cannot be there for the child.',
        ),
        wrong(
          'B',
          '跟好朋友讲讲',
          'Tell a good friend',
          '孩子的事不能带出去。',
          'What concerns the child must not leave here.',
        ),
        right(
          'C',
          '不等下一次，现在就约督导者谈',
          'Ask your supervisor for a talk now, without waiting for the next session',
          '对。照顾自己也是照顾孩子。',
          'Yes. Looking after yourself is looking after the child.',
        ),
      ],
    },
  ],
};
