import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const COMPLAINTS: Lesson = {
  key: 'complaints',
  title: { zh: '不满意，可以说', en: 'When something is not right, say so' },
  minutes: 4,
  rules: [],
  passages: [
    text(
      '安排得不好、说话不尊重、答应的没有做到，都可以提。先找离得最近的人：社会工作者，或者您的督导者。当面说不出口，写下来也一样。',
      'Poor arrangements, words without respect, a promise not kept: you may say so. Begin with whoever is nearest, the social worker or your supervisor. What is hard to say can be written.',
    ),
    text(
      '事情要是正好和那个人有关，就找别人：另一位督导者，或者机构负责人。机构要告诉您：收到了，谁在看，什么时候回话。',
      'If it is about that very person, turn to somebody else: another supervisor, or the director. The agency tells you that it has arrived, who looks at it, and by when you hear.',
    ),
    text(
      '对机构的答复不服，可以向管它的民政部门反映；个人信息的事，也可以自己先在“我的信息”里看、改、要一份。提意见的人，不会因此少了机会，也不会被另眼相看。',
      'If the answer does not satisfy you, the civil affairs authority that oversees the agency hears you. What concerns your data you can read, have changed and copied yourself. Nobody loses a chance or is looked at askance for having spoken.',
    ),
    doThis(
      '孩子有危险，不走这条路：马上说，马上报，用“报告担心的事”，不用等谁批准。',
      'A child in danger is no complaint: tell it at once, report it at once as a concern. Nobody’s leave is needed.',
    ),
    never(
      '不在群里吵，不把孩子和家人的事写进投诉里给外面的人看。',
      'Do not fight it out in a chat, and put nothing about a child or a family where outsiders read it.',
    ),
    scene(
      '她连着三次到了才知道活动取消。她写了一句：“请提前一天告诉我们。”第二天负责人回电话道歉，以后改动都会在前一天晚上发出。后来新来的人，都不知道从前不是这样。',
      'Three times she arrived to find the activity cancelled. She wrote one line: “Please tell us a day ahead.” The director called to apologise, and changes now go out the evening before. Those who came later do not know that it was ever different.',
    ),
  ],
  quiz: [
    {
      key: 'whom',
      ask: {
        zh: '带您的督导者总拿您开玩笑，让您难受。',
        en: 'Your own supervisor keeps making fun of you, and it hurts.',
      },
      options: [
        wrong(
          'A',
          '忍着，毕竟要靠他签字',
          'Bear it; you need the signature',
          '签字不能拿来换难堪。',
          'No signature is worth being humiliated.',
        ),
        wrong(
          'B',
          '在志愿者群里说',
          'Say it in the volunteers’ chat',
          '说出去了，却没有人负责处理。',
          'It is out, but nobody has to act on it.',
        ),
        right(
          'C',
          '告诉另一位督导者或者机构负责人',
          'Tell another supervisor or the director',
          '对。和他有关的事，由别人来看。',
          'Yes. What concerns somebody is looked at by somebody else.',
        ),
      ],
    },
    {
      key: 'danger',
      ask: {
        zh: '您看到有大人打孩子，孩子求您别说。',
        en: 'You see an adult beat a child, and the child begs you not to tell.',
      },
      options: [
        right(
          'A',
          '马上报告担心的事，告诉孩子您要去找谁帮忙',
          'Report a concern at once, and tell the child whom you are going to ask for help',
          '对。这不是投诉，是保护；一刻也不等。',
          'Yes. This is no complaint but protection, and it does not wait.',
        ),
        wrong(
          'B',
          '写一份意见，等机构答复',
          'Write a complaint and wait for the answer',
          '孩子等不起。',
          'A child cannot wait that long.',
        ),
        wrong(
          'C',
          '答应孩子不说',
          'Promise the child to keep quiet',
          '这样的秘密，大人不能替孩子守。',
          'That is a secret no adult may keep.',
        ),
      ],
    },
  ],
};
