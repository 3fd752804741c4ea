import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const LISTENING: Lesson = {
  key: 'listening',
  title: { zh: '听孩子说', en: 'Listening' },
  minutes: 7,
  rules: [],
  passages: [
    text(
      '孩子很少一次把事情说完。他会先说一点，看您的脸。您慌了、气了、不信了，他就不说了。所以先稳住自己：慢一点，少问一点，多听一点。',
      'Children seldom tell everything at once. They say a little and watch your face. If you panic, get angry or doubt them, they stop. So steady yourself first: slower, fewer questions, more listening.',
    ),
    doThis(
      '说：“谢谢你告诉我。”“我相信你。”“这不是你的错。”',
      'Say: “Thank you for telling me.” “I believe you.” “It is not your fault.”',
    ),
    doThis(
      '只用敞开的话：“然后呢？”“你愿意说多少就说多少。”',
      'Use open words only: “And then?” “Tell me as much as you like.”',
    ),
    never(
      '不答应保密。说：“有些事我一个人护不住你，我要告诉一位专门帮助孩子的大人，我会告诉你我跟谁说。”',
      'Never promise to keep it secret. Say: “Some things I cannot protect you from on my own. I will tell an adult whose work is to help children, and I will tell you whom.”',
    ),
    never(
      '不追问细节，不让孩子再说一遍，不看伤、不拍伤，不去问那个伤害他的人。受伤害的经过只让专门的人问一次。',
      'Do not press for details, make the child repeat it, look at or photograph injuries, or confront the person named. What happened is asked once, by someone trained for it.',
    ),
    text(
      '孩子说完以后，用孩子的原话记下来：他说了什么，什么时候，在哪里；您的猜想不写进去。然后马上在手机上提出安全关切，或者打电话。',
      'Afterwards write down what was said in the child’s own words, when and where, without your guesses. Then raise a concern on your phone at once, or ring.',
    ),
    scene(
      '“要是有人老是来我房间呢？”小原（化名）问完就低下头。志愿者放下手里的书，说：“谢谢你告诉我。你愿意的话可以多说一点。”小原说了两句，停住了。志愿者没有追问，告诉她自己会马上找社会工作者，一起让她安全，然后当场打了电话。',
      '“What if someone keeps coming into my room?” asked Xiaoyuan (not her name) and looked down. The volunteer put the book aside: “Thank you for telling me. You can say more if you like.” She said two more sentences and stopped. The volunteer did not press her, said that she would find the social worker right away so that she would be safe, and rang there and then.',
    ),
  ],
  quiz: [
    {
      key: 'promise',
      ask: {
        zh: '孩子说：“我告诉你一件事，你保证不说出去。”',
        en: 'A child says: “I’ll tell you something if you promise not to tell.”',
      },
      options: [
        wrong(
          'A',
          '保证，不然孩子不说了',
          'Promise, or the child will not speak',
          '以后您不得不说的时候，孩子会觉得被骗了。',
          'When you then have to tell, the child will feel betrayed.',
        ),
        right(
          'B',
          '说您很想听，但如果有人不安全，您要告诉能帮忙的大人',
          'Say that you want to listen, and that if someone is not safe you must tell an adult who can help',
          '对。诚实的话，孩子听得懂。',
          'Yes. Children understand honesty.',
        ),
        wrong(
          'C',
          '说您不想听秘密',
          'Say that you do not want to hear secrets',
          '这样孩子可能再也不会说了。',
          'The child may never try again.',
        ),
      ],
    },
    {
      key: 'details',
      ask: { zh: '孩子说有人打他，说了两句就不说了。', en: 'A child says that someone hits them, then falls silent.' },
      options: [
        wrong(
          'A',
          '问清楚是谁、几次、用什么打的，好写报告',
          'Ask who, how often and with what, for the report',
          '反复问会让孩子再痛一次，也会影响调查。',
          'Questioning hurts the child again and can spoil an inquiry.',
        ),
        wrong(
          'B',
          '去问孩子的家里人',
          'Ask the family',
          '伤害也许就在家里，问了孩子会更危险。',
          'The harm may be at home, and asking may put the child in more danger.',
        ),
        right(
          'C',
          '说“谢谢你告诉我，这不是你的错”，然后马上提出关切',
          'Say “Thank you, it is not your fault”, then raise a concern at once',
          '对。接下来由专门的人来做。',
          'Yes. Those trained for it take over.',
        ),
      ],
    },
  ],
};
