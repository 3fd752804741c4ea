import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const TELLING_AT_ONCE: Lesson = {
  key: 'telling-at-once',
  title: { zh: '马上说出来', en: 'Telling at once' },
  minutes: 6,
  rules: [],
  passages: [
    text(
      '法律要求和孩子密切接触的机构和人员，发现孩子受到侵害、疑似受到侵害或者面临危险，要立即报告。机构替大家把这件事做到底：您说出来，机构向公安等部门报告。您想自己报警，也完全可以。',
      'The law requires organisations and people in close contact with children to report at once when a child is harmed, may have been harmed or is in danger. The agency sees it through: you tell us, and we report to the authorities. You are always free to call the police yourself.',
    ),
    doThis(
      '在手机上点“提出安全关切”：写您看到、听到的，一屏就够。没有网络也能写，有了网络会自己送出。',
      'On your phone, press “Raise a concern” and write what you saw and heard; one screen is enough. It works without a connection and is sent when there is one.',
    ),
    doThis(
      '有人在危险中：先打 110 或 120，再告诉机构。',
      'If someone is in danger: dial 110 or 120 first, then tell the agency.',
    ),
    text(
      '送出以后您会看到“收到了，谢谢”和要打的电话。接下来怎么处理，您多半不会知道：这是为了保护孩子，不是不信任您。',
      'Then you see “Received, thank you” and whom to ring. You will mostly not learn what happens next: that protects the child and is no sign of distrust.',
    ),
    text(
      '关切可以是关于任何人的：家里人、老师、别的志愿者、机构的同事，也可以是关于您自己的一次失误。谁都删不掉它，也没有人会因为说出来而吃亏。',
      'A concern can be about anyone: family, a teacher, another volunteer, a colleague of the agency, or a mistake of your own. Nobody can delete it, and nobody suffers for having told.',
    ),
    never(
      '不先和家里人、别的志愿者商量，不自己去查，不等到“有把握”。',
      'Do not first discuss it with the family or other volunteers, do not investigate, do not wait until you are sure.',
    ),
    scene(
      '一位志愿者担心自己“多事”，等了两天才说。社会工作者谢谢她，也告诉她：孩子这两天过得很难。后来她常对新来的人说：“说早了没关系，说晚了才有关系。”',
      'A volunteer feared making a fuss and waited two days. The social worker thanked her and told her that those two days had been hard for the child. Since then she tells newcomers: “Too early does no harm. Too late does.”',
    ),
  ],
  quiz: [
    {
      key: 'not-sure',
      ask: { zh: '您只是有点不放心，说不出证据。', en: 'You are merely uneasy and have no proof.' },
      options: [
        right(
          'A',
          '现在就提出关切，写下让您不放心的是什么',
          'Raise a concern now and write what makes you uneasy',
          '对。不放心就够了。',
          'Yes. Being uneasy is enough.',
        ),
        wrong(
          'B',
          '先去孩子家看看',
          'Visit the child’s home first',
          '自己去查会让孩子和您都不安全。',
          'Looking into it yourself puts you and the child at risk.',
        ),
        wrong(
          'C',
          '先问问别的志愿者怎么看',
          'Ask other volunteers what they think',
          '孩子的事会传开，时间也过去了。',
          'The child’s matter spreads, and time passes.',
        ),
      ],
    },
    {
      key: 'colleague',
      ask: {
        zh: '让您不放心的是机构里一位很受尊敬的同事。',
        en: 'The one who makes you uneasy is a highly respected colleague of the agency.',
      },
      options: [
        wrong(
          'A',
          '算了，他帮过很多孩子',
          'Let it be; he has helped many children',
          '受尊敬的人也要守同样的约定。',
          'The rules are the same for those we respect.',
        ),
        wrong(
          'B',
          '当面问他',
          'Ask him face to face',
          '这会让孩子更危险，也让您为难。',
          'This can put the child in more danger, and you in a hard place.',
        ),
        right(
          'C',
          '同样提出关切：它会绕开被提到的人，交给别的负责人',
          'Raise a concern all the same: it goes round the person named, to someone else in charge',
          '对。',
          'Yes.',
        ),
      ],
    },
  ],
};
