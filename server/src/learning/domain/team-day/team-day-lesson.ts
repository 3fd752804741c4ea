// The one lesson of whoever comes with a team for a single day (P14, T11): what a guest has to know before meeting children.
import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const TEAM_DAY_LESSON: Lesson = {
  key: 'team-day',
  title: { zh: '和孩子们过好这一天', en: 'A good day with the children' },
  minutes: 8,
  rules: [],
  passages: [
    text(
      '您和同事来一天，孩子们天天在这里。这一天好不好，看的是孩子舒不舒服，不是我们做了多少。',
      'You and your colleagues come for a day; the children are here every day. Whether it was a good day depends on how the children feel, not on how much we did.',
    ),
    text(
      '社会工作者带着大家。孩子可以选择不参加，也可以中途走开，这都很好，不用劝。',
      'A social worker leads the day. Children may choose not to join in, or walk away halfway. That is fine, and nobody talks them round.',
    ),
    doThis(
      '蹲下来，先说自己的名字，再听孩子说。问“你喜欢做什么”，不问家里的事。',
      'Come down to eye level, say your own name first, then listen. Ask what they like doing, not about their family.',
    ),
    doThis(
      '一直待在大家看得见的地方。孩子要去别处，请叫工作人员。',
      'Stay where everybody can see you. When a child needs to go somewhere, call a member of staff.',
    ),
    never(
      '不单独和一个孩子在一起，不抱、不背、不拍孩子，也不发孩子的任何照片。',
      'Never be alone with one child, never hold, carry or photograph children, and post no picture of a child anywhere.',
    ),
    never(
      '不留联系方式，不私下送东西，不答应“我下次再来看你”。做不到的承诺会伤人。',
      'Exchange no contacts, give nothing in private, and do not promise to come back. A promise that is not kept hurts.',
    ),
    scene(
      '小远（化名）下午拉着一位客人说：“你别跟别人说，我晚上一个人在家害怕。”客人没有答应保密，说：“谢谢你告诉我。这件事我要请老师一起听，她知道怎么帮你。”然后当场找了社会工作者。',
      'In the afternoon Xiaoyuan (not his name) told a guest: “Don’t tell anyone, I am afraid alone at home at night.” The guest did not promise to keep it secret: “Thank you for telling me. I will ask our teacher to listen too; she knows how to help.” And went to the social worker at once.',
    ),
    doThis(
      '看到、听到让您担心的，当场告诉社会工作者，不自己去问，也不告诉别的同事。',
      'Whatever you see or hear that worries you, tell the social worker on the spot. Do not ask further yourself, and tell no other colleague.',
    ),
  ],
  quiz: [
    {
      key: 'picture',
      ask: {
        zh: '孩子画得很好，拉着您说“给我拍一张吧”。怎么办？',
        en: 'A child has drawn something lovely and asks you to take a picture of them. What now?',
      },
      options: [
        wrong(
          'A',
          '拍一张，只留在自己手机里',
          'Take one, and keep it on my own phone',
          '手机里的照片会到哪里，谁也说不准。来做客的人不拍孩子。',
          'Nobody can tell where a picture ends up. Guests take none of children.',
        ),
        right(
          'B',
          '夸这张画，说照片由机构的老师来安排',
          'Praise the drawing, and say that pictures are up to the staff',
          '对。看见孩子做的事，照片的事问工作人员。',
          'Yes. See what the child has made; questions about pictures go to the staff.',
        ),
        wrong(
          'C',
          '请同事帮忙拍一张合影',
          'Ask a colleague to take one of us both',
          '换一个人拍，还是拍了孩子。',
          'It is still a picture of a child.',
        ),
      ],
    },
    {
      key: 'secret',
      ask: {
        zh: '孩子悄悄告诉您一件让人担心的事，请您保密。怎么办？',
        en: 'A child quietly tells you something worrying and asks you to keep it secret. What now?',
      },
      options: [
        wrong(
          'A',
          '答应保密，免得孩子难过',
          'Promise, so as not to upset the child',
          '答应了，就没有人能帮到孩子。',
          'Then nobody can help the child.',
        ),
        wrong(
          'B',
          '多问几句，把事情弄清楚再说',
          'Ask more, to find out exactly what happened',
          '反复问会再伤一次孩子。问清楚是社会工作者的事。',
          'Being questioned hurts a second time. Finding out is the social worker’s part.',
        ),
        right(
          'C',
          '谢谢孩子，不答应保密，当场告诉社会工作者',
          'Thank the child, promise no secrecy, and tell the social worker at once',
          '对。认真听，马上交给知道怎么帮的人。',
          'Yes. Listen, and pass it at once to someone who knows how to help.',
        ),
      ],
    },
    {
      key: 'alone',
      ask: {
        zh: '一个孩子要去洗手间，请您陪。怎么办？',
        en: 'A child asks you to go to the toilet with them. What now?',
      },
      options: [
        right(
          'A',
          '叫一位工作人员来陪',
          'Call a member of staff',
          '对。来做客的人不单独陪孩子去任何地方。',
          'Yes. A guest goes nowhere alone with a child.',
        ),
        wrong(
          'B',
          '陪去，在门口等',
          'Go along and wait at the door',
          '路上只有您和孩子两个人。叫工作人员。',
          'On the way there are only the two of you. Call a member of staff.',
        ),
        wrong(
          'C',
          '让孩子自己去',
          'Let the child go alone',
          '小的孩子可能找不到路。叫工作人员最稳妥。',
          'A small child may get lost. Calling the staff is safest.',
        ),
      ],
    },
  ],
};
