import { doThis, never, right, scene, text, wrong, type Lesson } from '../lesson.types.js';

export const SAYING_NO: Lesson = {
  key: 'saying-no',
  title: { zh: '说“不”，停一停，离开', en: 'Saying no, pausing, and leaving' },
  minutes: 4,
  rules: [],
  passages: [
    text(
      '做不了、不会做、觉得不妥，都可以说“不”。您不用证明理由够不够大。这一次说了“不”，下一次照样有人请您。',
      'You may say no to what you cannot do, do not know how to do, or feel uneasy about. The reason does not have to be big enough. Whoever says no today is asked again tomorrow.',
    ),
    text(
      '累了、家里有事，可以暂停；想好了再回来，学过的、记过的都还在。想离开，什么时候都可以，不用赔什么，也不用编理由。',
      'Tired, or needed at home? You can pause, and what you learned and did is still there when you return. You can leave at any time; you owe nothing for it, and need no excuse.',
    ),
    text(
      '唯一请您留心的，是身边的孩子。请早几周说，让社会工作者先和孩子谈，再一起好好告别，一起想想下一位能知道些什么。',
      'All we ask is a thought for the child beside you. Say so some weeks ahead, so that the worker talks with the child first, and you part well and think together about what the next companion may know.',
    ),
    doThis(
      '觉得不对劲的时候，先停手，再说话：“这件事我想先问一问。”',
      'When something feels wrong, stop first and then speak: “I would like to ask about this.”',
    ),
    never(
      '不因为不好意思就硬撑，也不一声不响地消失。',
      'Do not go on out of embarrassment, and do not simply disappear.',
    ),
    scene(
      '妈妈病了，他照顾不过来，却开不了口。督导者看出来了：“停三个月吧，位子给您留着。”临走那次，他和孩子一起把做好的书签分了一人一半。三个月后，他带着那一半回来了。',
      'His mother fell ill; he could not do both, and could not bring himself to say so. His supervisor saw it: “Pause for three months. Your place is kept.” On the last day he and the child shared the bookmarks they had made, half each. Three months later he came back with his half.',
    ),
  ],
  quiz: [
    {
      key: 'beyond',
      ask: {
        zh: '领队请您给孩子们讲急救，可您没有学过。',
        en: 'The leader asks you to teach the children first aid, which you never learned.',
      },
      options: [
        right(
          'A',
          '直说没有学过，问问还能帮什么',
          'Say so, and ask what else you can do',
          '对。说“不”也是负责任。',
          'Yes. Saying no is taking responsibility, too.',
        ),
        wrong(
          'B',
          '上网看一看就讲',
          'Look it up and teach it',
          '讲错一句，孩子会照着做。',
          'A child does what it was told, right or wrong.',
        ),
        wrong(
          'C',
          '装作不舒服',
          'Pretend to be unwell',
          '不用装，说出来就好。',
          'There is no need to pretend; saying it is enough.',
        ),
      ],
    },
    {
      key: 'leaving',
      ask: {
        zh: '下个月您要搬去外地，每周还有一次陪伴。',
        en: 'You move away next month, and meet a child every week.',
      },
      options: [
        wrong(
          'A',
          '最后一天再说，免得孩子难过',
          'Say it on the last day, so the child is not sad for long',
          '忽然不见，比难过更难受。',
          'Somebody suddenly gone is harder than sadness.',
        ),
        right(
          'B',
          '现在就告诉社会工作者，一起准备告别',
          'Tell the social worker now, and prepare the parting',
          '对。有准备的告别，孩子也能学到：有人会好好地走。',
          'Yes. A child learns from it that people can leave well.',
        ),
        wrong(
          'C',
          '自己找一位朋友接着来',
          'Find a friend to go on in your place',
          '接下来是谁，由孩子、家人和机构一起定。',
          'Who comes next is for the child, the family and the agency to say.',
        ),
      ],
    },
  ],
};
