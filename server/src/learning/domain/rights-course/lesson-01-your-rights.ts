import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const YOUR_RIGHTS: Lesson = {
  key: 'your-rights',
  title: { zh: '您有什么权利', en: 'What you have a right to' },
  minutes: 4,
  rules: [],
  passages: [
    text(
      '来帮忙，不等于什么都得答应。您有权先弄清楚：做什么、在哪里、多久一次、和谁一起、可能遇到什么难处。这些话，机构应当在您出发之前就讲明白。',
      'Coming to help does not mean agreeing to everything. You have a right to know first: what it is, where, how often, with whom, and what may be hard about it. The agency says so before you set out.',
    ),
    text(
      '您有权得到和任务对得上的培训，得到一位能找得到人的督导者；有权要一份写下来的协议，自己也留一份。培训、协议、证明，都不收您的钱。',
      'You have a right to training that fits the task, to a supervisor who can be reached, and to an agreement in writing of which you keep a copy. Training, agreement and certificate cost you nothing.',
    ),
    text(
      '您的电话、住址、健康情况，只有做事需要的同事看得到。您可以随时看机构记了您什么，写错了请他们改。',
      'Your phone number, address and health are seen only by colleagues whose work needs them. You can look at any time at what is kept about you, and have mistakes put right.',
    ),
    doThis(
      '不清楚的事当面问，问到听懂为止。问问题不会让您显得不够热心。',
      'Ask about whatever is unclear, until you understand it. Asking does not make you look less willing.',
    ),
    never(
      '不在看不懂的协议上签字，也不替别人签字。',
      'Do not sign an agreement that you do not understand, and never sign for somebody else.',
    ),
    scene(
      '出发前一天，机构请她“顺便带两个孩子去市里体检”。她问：谁一起去？路上出了事谁负责？同事想了想说：“您问得对，这件事没有安排好。”体检改了日子，由社会工作者带队。',
      'The day before, she was asked to “just take two children to a health check in town”. She asked who else was coming, and who would answer for it if something happened on the way. The colleague thought and said: “You are right, this was not arranged.” The check was moved, and a social worker led it.',
    ),
  ],
  quiz: [
    {
      key: 'unclear',
      ask: {
        zh: '协议里有一条您没有看懂，大家都在等着出发。',
        en: 'One clause of the agreement is not clear to you, and everybody is waiting to leave.',
      },
      options: [
        wrong(
          'A',
          '先签了，以后再问',
          'Sign now and ask later',
          '签了就是答应了。先弄懂再答应，对孩子也更稳当。',
          'Signing is agreeing. Understanding first is safer for the children, too.',
        ),
        right(
          'B',
          '请同事把这一条讲明白，再决定签不签',
          'Have a colleague explain the clause, and then decide',
          '对。每份协议旁边都有大白话，讲不明白是机构的事。',
          'Yes. Plain words stand beside each agreement; making it clear is up to the agency.',
        ),
        wrong(
          'C',
          '请一起来的朋友代签',
          'Have a friend sign for you',
          '只有您自己能替自己答应。',
          'Only you can agree for yourself.',
        ),
      ],
    },
    {
      key: 'fee',
      ask: {
        zh: '有人说，志愿服务证明要交二十元“工本费”。',
        en: 'Somebody says that the certificate of your service costs a fee of 20 yuan.',
      },
      options: [
        right(
          'A',
          '证明不收钱，把这件事告诉机构',
          'It is free of charge, and the agency should hear of this',
          '对。不管谁来收，都不该收。',
          'Yes. Whoever asks for it should not.',
        ),
        wrong(
          'B',
          '钱不多，交了算了',
          'It is little, so pay',
          '交了，下一位志愿者也会被收。',
          'Then the next volunteer is asked to pay, too.',
        ),
        wrong(
          'C',
          '那就不要证明了',
          'Do without the certificate',
          '证明是您的权利，不用放弃。',
          'It is yours by right; there is no need to give it up.',
        ),
      ],
    },
  ],
};
