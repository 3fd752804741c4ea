import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const GIFTS_AND_MONEY: Lesson = {
  key: 'gifts-and-money',
  title: { zh: '礼物、钱和帮忙', en: 'Gifts, money and favours' },
  minutes: 5,
  rules: ['NO_GIFTS_OUTSIDE_PROGRAMME'],
  passages: [
    text(
      '礼物会让孩子觉得欠了您，会让别的孩子觉得被落下，也会让家里人难为情。想让人跟自己去做不该做的事，礼物常常是第一步。所以计划以外，不送礼物，不给钱。',
      'A gift can make a child feel indebted, make other children feel left out, and embarrass the family. It is also often the first step of someone who wants more. So: no gifts and no money outside the programme.',
    ),
    text(
      '孩子需要书、鞋、药，家里缺什么，都告诉社会工作者。机构有自己的办法，帮得更久，也不让孩子低着头接。',
      'If a child needs books, shoes or medicine, or the family lacks something, tell the social worker. The agency has ways that last longer and let the child keep their head up.',
    ),
    never(
      '不借钱，不收家里的钱和土特产，不替家里付账，不介绍生意。',
      'Do not lend money, accept money or produce from the family, pay their bills, or bring business to them.',
    ),
    never(
      '不拿礼物换表现：“考到九十分就给你买”。',
      'Do not trade gifts for results: “I will buy it if you get ninety points.”',
    ),
    doThis(
      '孩子亲手做的小卡片可以收，下一次见面时让社会工作者知道。',
      'You may accept a small card that a child made; let the social worker know at the next meeting.',
    ),
    doThis(
      '想捐东西，交给机构，由社会工作者按需要分给孩子们。',
      'If you want to give, give to the agency; the social worker passes it on where it is needed.',
    ),
    scene(
      '天冷了，志愿者看见孩子没有手套，很想买一双。她先打了电话。机构那周给小组里每个孩子都发了一双，孩子戴着它，跟别的孩子一样。',
      'It grew cold, and a volunteer saw that the child had no gloves. She wanted to buy a pair, but rang first. That week the agency gave a pair to every child in the group; hers wore them like all the others.',
    ),
  ],
  quiz: [
    {
      key: 'phone-gift',
      ask: {
        zh: '孩子说网课没有手机，您家里有一部旧的。',
        en: 'A child has no phone for online lessons; you have an old one at home.',
      },
      options: [
        wrong(
          'A',
          '悄悄送给孩子',
          'Give it to the child quietly',
          '家里人和机构都不知道，孩子会很为难。',
          'Neither family nor agency knows, and the child is in a difficult place.',
        ),
        wrong(
          'B',
          '先借给孩子',
          'Lend it for now',
          '借也是计划以外的东西，丢了、坏了怎么办？',
          'A loan is outside the programme too; what if it is lost or broken?',
        ),
        right(
          'C',
          '告诉社会工作者孩子的需要，愿意的话把手机捐给机构',
          'Tell the social worker of the need and, if you like, give the phone to the agency',
          '对。需要被看见，也不让孩子欠谁。',
          'Yes. The need is seen, and the child owes nobody.',
        ),
      ],
    },
    {
      key: 'family-thanks',
      ask: { zh: '孩子的奶奶一定要塞给您一袋鸡蛋。', en: 'The grandmother insists on giving you a bag of eggs.' },
      options: [
        right(
          'A',
          '谢谢她的心意，说规定不能收，并告诉社会工作者',
          'Thank her, say that you may not accept gifts, and tell the social worker',
          '对。心意收下，东西留下。',
          'Yes. Accept the thought and leave the eggs.',
        ),
        wrong(
          'B',
          '收下，下次还一份礼',
          'Accept, and bring something in return',
          '一来一往，陪伴就变成了人情。',
          'Gift for gift, companionship turns into debt.',
        ),
        wrong(
          'C',
          '收下，偷偷放回门口',
          'Accept, then leave it at the door',
          '老人会觉得被嫌弃。说清楚更尊重她。',
          'She may feel slighted. Saying it plainly respects her more.',
        ),
      ],
    },
  ],
};
