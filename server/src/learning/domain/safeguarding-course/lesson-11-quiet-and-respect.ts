import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const QUIET_AND_RESPECT: Lesson = {
  key: 'quiet-and-respect',
  title: { zh: '保密与尊重', en: 'Quiet and respect' },
  minutes: 6,
  rules: [],
  passages: [
    text(
      '您只知道孩子的化名、年龄段和你们要一起做的事。这已经够了。其他的，孩子想说的时候自己会说，说了也只留在这里。',
      'You know a pseudonym, an age group and what you will do together. That is enough. The rest a child will tell when they wish, and then it stays here.',
    ),
    never(
      '不对家人、朋友、同事、媒体讲孩子的事。“我认识一个孩子……”也不行：小地方的人一听就知道是谁。',
      'Do not speak about the child to family, friends, colleagues or media. Not even “I know a child who…”: in a small place everyone knows who it is.',
    ),
    never(
      '在街上遇见孩子，不先叫他。等孩子先打招呼。他也许不想让同学知道。',
      'If you meet the child in the street, do not call out. Wait for the child to greet you; perhaps classmates should not know.',
    ),
    text(
      '话里有尊重。不说“可怜”“问题孩子”“外来的”“没人要”。说得出孩子会什么、喜欢什么、这个月多了什么。',
      'Respect shows in words. Not “poor thing”, “problem child”, “outsider”, “unwanted”. Speak of what the child can do, likes, and has gained this month.',
    ),
    doThis(
      '孩子说家乡话、过家乡的节、吃不惯这里的东西，都请他教教您。',
      'If the child speaks a dialect, keeps other festivals or misses other food, ask the child to teach you.',
    ),
    doThis(
      '孩子或家里人不想要帮助、不想见面，就尊重，并告诉社会工作者。受帮助从来不需要感谢来换。',
      'If the child or the family does not want help or a meeting, respect it and tell the social worker. Help is never paid for with gratitude.',
    ),
    scene(
      '公司里有人问：“你帮的那孩子家里到底怎么回事？”志愿者笑笑说：“他象棋下得比我好。别的我不讲，换了您家孩子我也不讲。”',
      'At work someone asked: “What is wrong with that family of yours?” The volunteer smiled: “He beats me at chess. The rest I do not tell, just as I would not if it were your child.”',
    ),
  ],
  quiz: [
    {
      key: 'street',
      ask: {
        zh: '周末在商场，您看见孩子和同学在一起。',
        en: 'At the weekend you see the child among classmates in a shopping centre.',
      },
      options: [
        wrong(
          'A',
          '高兴地过去打招呼',
          'Go over and say hello',
          '同学会问“这是谁”，孩子要现编一个答案。',
          'Classmates will ask who you are, and the child must invent an answer.',
        ),
        right(
          'B',
          '像平常路人一样走过，孩子打招呼您再回应',
          'Pass by as anyone would, and answer if the child greets you',
          '对。由孩子来选。',
          'Yes. The child chooses.',
        ),
        wrong(
          'C',
          '发消息问孩子怎么不理您',
          'Send a message asking why the child ignored you',
          '没有私下的消息，也不需要问。',
          'No private messages; and no need to ask.',
        ),
      ],
    },
    {
      key: 'wording',
      ask: { zh: '写记录时，哪一句更好？', en: 'Which sentence is better in your notes?' },
      options: [
        wrong(
          'A',
          '“这孩子懒，不爱学习。”',
          '“This child is lazy and does not like to learn.”',
          '这是给孩子贴标签，看不见原因，也看不见长处。',
          'It labels the child and shows neither cause nor strength.',
        ),
        wrong(
          'B',
          '“家里没人管，很可怜。”',
          '“Nobody at home cares; very sad.”',
          '这是猜测，也不尊重他的家里人。',
          'It is a guess, and disrespectful to the family.',
        ),
        right(
          'C',
          '“今天读了两页，他停下来问了三个问题。”',
          '“We read two pages today; he stopped to ask three questions.”',
          '对。写看得见的事，写孩子做到的事。',
          'Yes. It tells what can be seen and what the child did.',
        ),
      ],
    },
  ],
};
