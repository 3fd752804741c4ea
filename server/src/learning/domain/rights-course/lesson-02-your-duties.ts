import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const YOUR_DUTIES: Lesson = {
  key: 'your-duties',
  title: { zh: '您答应了什么', en: 'What you have agreed to' },
  minutes: 4,
  rules: [],
  passages: [
    text(
      '孩子记得住每一个说好的日子。准时来，来不了就早说，这是最小的约定，也是最要紧的约定。',
      'A child remembers every day that was agreed. Come on time, and say early when you cannot: the smallest promise is the one that matters most.',
    ),
    text(
      '您照着培训学到的、计划里写好的去做。想换一个做法，先和社会工作者商量。计划之外的家访、补课、出游，一律先停一停，问一问。',
      'You do what was learned and what the plan says. Another way of doing it is talked over with the social worker first. A visit, a lesson or an outing that is not in the plan waits until you have asked.',
    ),
    text(
      '每一次见面之后，写几句发生了什么。写事实，不写猜测；写孩子做到了什么，不写孩子缺什么。有担心，当天说。',
      'After each meeting you write a few lines: what happened, not what you suppose; what the child managed, not what is lacking. A worry is told the same day.',
    ),
    doThis(
      '协议、培训、记录查询到期之前会提醒您。看到提醒，先办这一件。',
      'You are reminded before your agreement, your training or your record check ends. Do that first.',
    ),
    never(
      '不把听到的事带出去：不讲给家里人，不发朋友圈，离开以后也不讲。',
      'Carry nothing you heard outside: not to your family, not to a chat, and not after you have left.',
    ),
    scene(
      '下大雨，他想“反正孩子也不会等”。还是打了电话。社会工作者说：“他从四点就坐在窗边了，我告诉他您今天来不了，下周三一定来。”孩子说：“那好，我知道了。”',
      'It rained hard, and he thought: “The child will not be waiting anyway.” He called all the same. The worker said: “He has been at the window since four. I will tell him that you come on Wednesday instead.” The child said: “All right. Now I know.”',
    ),
  ],
  quiz: [
    {
      key: 'late',
      ask: {
        zh: '今天要加班，五点的陪伴赶不上了。现在是三点。',
        en: 'You have to work late and cannot be there at five. It is three now.',
      },
      options: [
        wrong('A', '五点再发消息', 'Send a message at five', '那时孩子已经在等了。', 'The child is waiting by then.'),
        wrong(
          'B',
          '请同事代您去',
          'Ask a colleague of yours to go',
          '孩子身边不能忽然换一个没有准备过的人。',
          'Nobody who is not prepared may take your place beside a child.',
        ),
        right(
          'C',
          '现在就告诉社会工作者，一起定下一次',
          'Tell the social worker now, and agree on another day',
          '对。早两个小时，孩子就不用白等。',
          'Yes. Two hours earlier, and the child does not wait for nothing.',
        ),
      ],
    },
    {
      key: 'note',
      ask: { zh: '见面记录里，写哪一句最好？', en: 'Which line serves best in the note of a meeting?' },
      options: [
        wrong(
          'A',
          '“他家里大概不管他”',
          '“His family probably does not care”',
          '这是猜测，写下来会跟着孩子很久。',
          'That is a guess, and it may follow the child for long.',
        ),
        right(
          'B',
          '“他自己读完一页，读到‘海’字时笑了”',
          '“He read a page by himself and laughed at the word sea”',
          '对。看得见的事，孩子做到的事。',
          'Yes. What was seen, and what the child managed.',
        ),
        wrong(
          'C',
          '“一切正常”',
          '“Everything as usual”',
          '下一个人看不出发生了什么。',
          'Nobody can tell from it what happened.',
        ),
      ],
    },
  ],
};
