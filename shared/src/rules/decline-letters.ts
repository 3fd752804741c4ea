// The letter that goes with each reason why somebody is not taken on this time. The desk sees the very words before it
// decides, the applicant reads them on the own page. None says anything about a person's worth.
import { DECLINE_REASONS, type DeclineReason } from './applying.js';

type Letter = { readonly 'zh-CN': string; readonly en: string };

const LETTERS: Readonly<Record<DeclineReason, Letter>> = {
  NO_PLACE_NOW: {
    'zh-CN': '现在需要人的地方，和您能做的还没有遇上。这不是您的原因。过些日子再来看看，我们会很高兴。',
    en: 'What is needed just now and what you could do have not met yet. That is not about you. Please look in again later; we would be glad.',
  },
  TIMES_DO_NOT_FIT: {
    'zh-CN': '孩子们需要人的时间，和您空闲的时间这一次对不上。时间有了变化，随时可以再报名。',
    en: 'The hours when children need somebody and your free hours do not meet this time. Whenever that changes, please apply again.',
  },
  TOO_FAR: {
    'zh-CN': '我们服务的地方离您有些远，怕您每次都在路上花去太多时间。离您近的机构也许正需要您。',
    en: 'Where we work is rather far from you, and the way would cost you too much each time. An organisation nearer to you may be looking for somebody just like you.',
  },
  NOT_OF_AGE: {
    'zh-CN': '按规定，您现在的年龄还不能开始。这份心意请留着，到了年龄再来，我们等您。',
    en: 'By the rules you cannot begin at your age yet. Please keep the wish; when the birthday has come, we will be waiting.',
  },
  NO_GUARDIAN_CONSENT: {
    'zh-CN': '您还没有满十八周岁，要监护人同意才能开始，这一次没有得到。可以和家里人再聊聊；成年以后，您自己就能决定。',
    en: 'You are not yet eighteen, so a guardian has to agree, and this time they did not. You may talk it over at home; once you are of age you decide for yourself.',
  },
  REFERENCES: {
    'zh-CN': '和孩子相处的事，我们要多问几个人、多想几遍。想过以后，这一次我们没有往下走。谢谢您和认识您的人花的时间。',
    en: 'Where children are concerned we ask several people and think twice. Having done so, we do not go on this time. Thank you, and those who know you, for the time.',
  },
  TALK: {
    'zh-CN': '谢谢您来和我们谈。想过以后，我们觉得现在还不是合适的时候。您说过的话只留在我们这里，半年以后就删掉。',
    en: 'Thank you for talking with us. Having thought about it, we feel that this is not the moment. What you told us stays with us, and is deleted after half a year.',
  },
  NOT_REACHED: {
    'zh-CN': '我们试着联系过您，没有联系上，先把这次报名放下了。看到这里，随时可以重新报名。',
    en: 'We tried to reach you and could not, so this application rests for good. If you read this, you can apply again at any time.',
  },
};

/** The letter of a reason, one paragraph; undefined for a word that is no reason. */
export function declineLetter(reason: string, locale: 'zh-CN' | 'en'): string | undefined {
  const known = DECLINE_REASONS.find(({ code }) => code === reason);
  return known && LETTERS[known.code][locale];
}
