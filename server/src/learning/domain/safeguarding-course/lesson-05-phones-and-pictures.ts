import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const PHONES_AND_PICTURES: Lesson = {
  key: 'phones-and-pictures',
  title: { zh: '手机、微信和照片', en: 'Phones, messages and pictures' },
  minutes: 6,
  rules: ['NO_PRIVATE_MESSAGES'],
  passages: [
    text(
      '私下的消息没有第三个人看得到。伤害孩子的人常常从“我们两个人的小秘密”开始。所以规定很简单：不加私人微信，不私下发消息，不打游戏组队，不看孩子的朋友圈。',
      'Nobody else can see a private message. People who harm children often begin with “our little secret”. So the rule is simple: no private contacts, no private messages, no online games together, no following the child on social media.',
    ),
    text(
      '约时间、改时间都通过社会工作者。孩子写给您的话，由机构转给您。',
      'Times are agreed and changed through the social worker. What a child writes to you reaches you through the agency.',
    ),
    never(
      '不拍孩子，不录音，也不拍孩子的作业、校服、家门口、家里的东西。',
      'Take no pictures or recordings of the child, nor of homework, school uniform, front door or anything in the home.',
    ),
    never(
      '不在朋友圈、群里或工作汇报里写孩子的事，打了马赛克、换了名字也不写。',
      'Do not post about the child or mention them in groups or reports at work, not even blurred or under another name.',
    ),
    doThis(
      '孩子要加您，就说：“规定是通过老师联系，对所有人都一样。下周六我还在这里。”',
      'If a child wants to add you, say: “The rule is to go through the worker, for everyone. I will be here again next Saturday.”',
    ),
    doThis(
      '孩子告诉您网上有人要照片、要见面、要钱，不要责怪，马上告诉社会工作者。',
      'If a child tells you that someone online wants pictures, a meeting or money, do not blame them; tell the social worker at once.',
    ),
    scene(
      '一位志愿者把孩子的画发到朋友圈，说“最美的周末”。画角上写着校名和班级。孩子的同学看见了，问他：“你是不是要人接济？”志愿者删得很快，可是那句话删不掉。',
      'A volunteer posted a child’s drawing: “My loveliest weekend”. In the corner stood the school and the class. A classmate saw it and asked: “Are you living on charity?” The post was soon gone; the question was not.',
    ),
  ],
  quiz: [
    {
      key: 'asks-wechat',
      ask: { zh: '孩子说：“就加一个微信嘛，我不告诉别人。”', en: 'A child says: “Just add me, I won’t tell anyone.”' },
      options: [
        wrong(
          'A',
          '加上，但不聊天',
          'Add them, but do not chat',
          '加上以后，私下联系的门就开着了。',
          'Once added, the door to private contact is open.',
        ),
        right(
          'B',
          '说明规定，告诉孩子什么时候再见，并告诉社会工作者',
          'Explain the rule, say when you will meet again, and tell the social worker',
          '对。孩子要的是“你还会来”，这一点可以说清楚。',
          'Yes. What the child wants to know is whether you will come back, and that you can say.',
        ),
        wrong(
          'C',
          '给孩子一个不常用的号',
          'Give the child an account you rarely use',
          '换一个号，还是私下联系。',
          'Another account is private contact all the same.',
        ),
      ],
    },
    {
      key: 'picture',
      ask: {
        zh: '活动很开心，孩子们请您一起自拍。',
        en: 'The activity went well, and the children ask you for a selfie.',
      },
      options: [
        wrong(
          'A',
          '拍，但不发出去',
          'Take it, but do not share it',
          '照片在您的手机里，也会丢、会被看到。',
          'On your phone it can still be lost or seen.',
        ),
        wrong(
          'B',
          '用孩子的手机拍',
          'Use a child’s phone',
          '照片里有别的孩子，谁都不知道会发到哪里。',
          'Other children are in it, and nobody knows where it goes.',
        ),
        right(
          'C',
          '不拍，和孩子们一起画一张今天的画',
          'Take none; draw today’s picture together',
          '对。要照片时，由机构在有同意书的前提下安排。',
          'Yes. Where pictures are wanted, the agency arranges them under a recorded consent.',
        ),
      ],
    },
  ],
};
