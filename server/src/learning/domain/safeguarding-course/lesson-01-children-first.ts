import { doThis, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const CHILDREN_FIRST: Lesson = {
  key: 'children-first',
  title: { zh: '孩子在前面', en: 'The child comes first' },
  minutes: 6,
  rules: [],
  passages: [
    text(
      '谢谢您愿意来。孩子们因为有人稳稳地来，慢慢相信自己值得被好好对待。也正因为这样，来的人要先学会一件事：凡是拿不准的时候，先想孩子。',
      'Thank you for coming. When someone comes reliably, children slowly learn that they deserve to be treated well. That is why whoever comes first learns one thing: when in doubt, think of the child first.',
    ),
    text(
      '法律把它叫作“最有利于未成年人”。在我们这里它有四个意思：孩子是安全的；孩子听得懂、能说话；孩子和家里的事不被人拿去说；孩子随时可以说停。',
      'The law calls it acting in the best interests of the child. Here it means four things: the child is safe; the child understands and has a say; what concerns the child and the family is not passed around; the child can say stop at any time.',
    ),
    text(
      '您不是来救谁的。孩子和他的家庭已经走过很多路，有自己的办法和长处。您是来同行一段的人。',
      'You are not here to rescue anyone. The child and the family have come a long way and have their own strengths. You are someone who walks beside them for a while.',
    ),
    scene(
      '小雨（化名）约好周六下午和志愿者读书。志愿者临时想改到自己家里，“家里安静，书也多”。他是好意，可是小雨不好意思拒绝，她家里人也不知道她去了哪里。好意没有换来安全。志愿者后来问了社会工作者，读书还在社区图书角，书由机构借来。',
      'Xiaoyu (not her name) was to read with her volunteer on Saturday. He wanted to move it to his home: quiet, and full of books. He meant well, but Xiaoyu did not dare say no, and her family would not have known where she was. Good intentions do not make a child safe. He asked the social worker; they read in the community reading corner, and the agency borrowed the books.',
    ),
    doThis(
      '拿不准就问社会工作者。多问一句从来不会被责怪。',
      'When unsure, ask the social worker. Nobody is ever blamed for asking once too often.',
    ),
  ],
  quiz: [
    {
      key: 'unsure',
      ask: {
        zh: '一件事您觉得对孩子好，可是没有人跟您说过可不可以。先做什么？',
        en: 'You think something is good for the child, but nobody has told you whether it is allowed. What comes first?',
      },
      options: [
        wrong(
          'A',
          '先做，做好了再告诉大家',
          'Do it, and tell everyone afterwards',
          '出了事，受伤的是孩子。先问，再做。',
          'If it goes wrong, the child is the one who is hurt. Ask first.',
        ),
        right(
          'B',
          '问社会工作者',
          'Ask the social worker',
          '对。社会工作者知道孩子的情况，也和您一起负责。',
          'Yes. The social worker knows the situation and shares the responsibility with you.',
        ),
        wrong(
          'C',
          '问孩子愿不愿意，孩子愿意就做',
          'Ask the child, and do it if the child agrees',
          '孩子常常不好意思说不。大人要先把安全想好。',
          'Children often cannot say no to a kind adult. Adults settle what is safe first.',
        ),
      ],
    },
    {
      key: 'role',
      ask: { zh: '哪一句最像“同行的人”会说的话？', en: 'Which sounds most like someone who walks beside a child?' },
      options: [
        wrong(
          'A',
          '“你家里这样，真可怜。”',
          '“It must be terrible, living like this.”',
          '可怜会让孩子觉得自己低人一等。',
          'Pity tells a child that they are less than others.',
        ),
        wrong(
          'B',
          '“听我的，我来帮你解决。”',
          '“Listen to me, I will solve it for you.”',
          '替孩子做主，孩子就少了一次自己试试的机会。',
          'Deciding for a child takes away a chance to try.',
        ),
        right(
          'C',
          '“你已经想了两个办法，我们看看哪个先试。”',
          '“You have thought of two ways already. Which shall we try first?”',
          '对。看见孩子的长处，和孩子一起走。',
          'Yes. It sees the child’s strength and goes along with it.',
        ),
      ],
    },
  ],
};
