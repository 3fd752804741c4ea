// The short agreement of whoever comes with a team for one day (H7): read and signed on the phone, and good for that day
// alone. Its exact words are kept by their fingerprint with each signature, so a change of a word counts the version up.
export const DAY_AGREEMENT_VERSION = 1;

export interface DayAgreementFacts {
  readonly agencyName: string;
  readonly personName: string;
  readonly teamName: string;
  /** As the agency's calendar has it: 2027-03-20. */
  readonly onDate: string;
}

/** The whole text, one paragraph a line. */
export function dayAgreement(facts: DayAgreementFacts, locale: 'zh-CN' | 'en'): string {
  const { agencyName, personName, teamName, onDate } = facts;
  const lines =
    locale === 'zh-CN'
      ? [
          `${agencyName}和${personName}约定：${onDate}随${teamName}来做一天志愿者。这份协议只管这一天，当天结束就到期。`,
          `机构做的：安排合适的任务，说明风险，为您办好当天的保险，有社会工作者在场带着大家。`,
          `您做的：听从现场社会工作者的安排，不单独和孩子在一起，不拍孩子，不留孩子的联系方式，不单独送礼物。`,
          `孩子和他们家里的事，您在这一天知道的，不对外说。看到让您担心的事，当场告诉社会工作者。`,
          `服务是自愿的，没有报酬。您可以随时退出，不用说理由；当天之前退出，请在这里点一下，名额可以留给同事。`,
          `机构会记下您的服务时长，您随时可以看、可以要求更正，需要证明可以免费开。`,
        ]
      : [
          `${agencyName} and ${personName} agree: on ${onDate} you volunteer for one day with ${teamName}. This agreement is for that day alone and ends with it.`,
          `The agency gives you a task that suits you, explains the risks, insures you for the day, and a social worker leads on the spot.`,
          `You follow the social worker on the spot, are never alone with a child, take no pictures of children, keep no contact of a child, and give no presents on your own.`,
          `What you learn that day about children and their families stays with you. What worries you, you tell the social worker at once.`,
          `You serve of your own free will and without pay. You may leave at any time without a reason; before the day, one tap here gives your place to a colleague.`,
          `The agency records your hours. You can see them, ask for a correction, and have a certificate free of charge.`,
        ];
  return lines.join('\n');
}
