import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const WHAT_YOU_MAY_NOTICE: Lesson = {
  key: 'what-you-may-notice',
  title: { zh: '可能看见的信号', en: 'What you may notice' },
  minutes: 7,
  rules: [],
  passages: [
    text(
      '伤害很少写在脸上。您每周见孩子一次，正好能看见变化。一个信号说明不了什么；变化、几个信号在一起、孩子自己的话，都值得说出来。',
      'Harm is seldom written on a face. You see the child every week, so you can notice change. One sign proves nothing; a change, several signs together, or the child’s own words are worth telling.',
    ),
    text(
      '身体：说不清来由的伤，总是饿，天冷穿得单薄，老是困，身体不舒服没有人带去看。',
      'Body: injuries without a clear cause, always hungry, thin clothes in the cold, always tired, ill and taken to nobody.',
    ),
    text(
      '心里：忽然不说话，忽然爱发火，怕回家，怕某一个人，说“活着没意思”，不再喜欢从前喜欢的事。',
      'Mind: suddenly silent or angry, afraid of going home or of one person, saying that life has no point, losing interest in what used to be fun.',
    ),
    text(
      '学校和路上：很久没有上学，被同学孤立或要钱，在外面做工，忽然有了来路不明的东西，有大人总在网上找他。',
      'School and street: long absences, shut out or made to pay by classmates, working for money, things of unknown origin, an adult who keeps contacting them online.',
    ),
    never(
      '不要自己判断是不是“真的”。判断不是您的事，说出来才是。说错了没有关系。',
      'Do not decide whether it is “real”. Judging is not your task; telling is. Being mistaken is no fault.',
    ),
    doThis(
      '孩子说不想活、伤害自己，或者现在就有危险：不离开孩子，马上打电话；打不通就打 110 或 120。',
      'If a child speaks of not wanting to live, hurts themselves, or is in danger right now: stay with the child and ring at once; if nobody answers, dial 110 (police) or 120 (ambulance).',
    ),
    scene(
      '志愿者连着三周发现孩子说“早上吃过了”，可是一到就把点心藏进口袋。单看哪一次都不算什么。她写了三行。社会工作者去看了看，原来奶奶病了，孩子把吃的带回去给奶奶。那周起，邻居和社区帮着送饭。',
      'Three weeks in a row the child said “I have eaten” and slipped the snacks into a pocket. No single time meant much. The volunteer wrote three lines. The social worker went to see: the grandmother was ill, and the child was taking food home to her. From that week on, neighbours and the community brought meals.',
    ),
  ],
  quiz: [
    {
      key: 'one-bruise',
      ask: {
        zh: '孩子手臂上有一块青，他说是摔的，可是不看您。',
        en: 'A child has a bruise on the arm, says it was a fall, and does not look at you.',
      },
      options: [
        wrong(
          'A',
          '孩子说是摔的，就是摔的',
          'The child says it was a fall, so it was',
          '也许是。可是您看见的“不看您”也要说。',
          'Perhaps. But what you noticed should be told as well.',
        ),
        right(
          'B',
          '不追问，把看到的和孩子的原话告诉社会工作者',
          'Do not press; tell the social worker what you saw and the child’s words',
          '对。社会工作者能把几处看到的连起来。',
          'Yes. The social worker can put several observations together.',
        ),
        wrong(
          'C',
          '下周再看看有没有新的',
          'Wait for another bruise next week',
          '一周对一个不安全的孩子太长了。',
          'A week is too long for a child who is not safe.',
        ),
      ],
    },
    {
      key: 'no-point',
      ask: {
        zh: '分开时孩子笑着说：“反正活着也没什么意思。”',
        en: 'On parting a child says with a smile: “There is no point in living anyway.”',
      },
      options: [
        wrong(
          'A',
          '当作玩笑',
          'Take it as a joke',
          '笑着说的话，也可能是真的。',
          'What is said with a smile may be meant.',
        ),
        wrong('B', '回去后写在下周的记录里', 'Put it into next week’s notes', '这不能等。', 'This cannot wait.'),
        right(
          'C',
          '留下来陪着孩子，当场打电话给社会工作者',
          'Stay with the child and ring the social worker there and then',
          '对。认真对待每一次。',
          'Yes. Take it seriously every time.',
        ),
      ],
    },
  ],
};
