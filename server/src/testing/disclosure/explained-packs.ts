// What the generated operations cannot reach of a team’s account of its day, and why.

export const PACKS_NOT_EXERCISED: Readonly<Record<string, string>> = {
  teamPack: 'takes the id of what a team was told, of which this world has none; packs.int-spec.ts reads some',
  packThanks: 'the same as teamPack',
  lookAtThanks: 'the same as teamPack',
  sendTeamPack: 'the same as teamPack',
  freezeTeamYear: 'the same as teamPack, and a year that is over',
  answerCompanionInterest: 'takes the id of a wish that nobody of this world has said; packs.int-spec.ts answers one',
  companyPack: 'the same as teamPack',
  teamPapers: 'the same as teamPack; team-papers.int-spec.ts reads some',
  addTeamPaper: 'the same as teamPack',
  withdrawTeamPaper: 'takes the id of a team’s paper, of which this world has none',
};

export const PACKS_IDS_NOT_TRIED: Readonly<Record<string, string>> = {
  'teamPack.id': 'nobody of this world has a team that came; packs.int-spec.ts tries others’',
  'packThanks.packId': 'the same',
  'lookAtThanks.input.packId': 'the same',
  'lookAtThanks.input.thanksId': 'the same',
  'sendTeamPack.input.packId': 'the same',
  'sendTeamPack.input.thanksIds': 'the same',
  'freezeTeamYear.input.teamId': 'the same',
  'answerCompanionInterest.input.interestId': 'the same, of wishes',
  'companyPack.packId': 'the same',
  'teamPapers.packId': 'the same; team-papers.int-spec.ts tries others’',
  'addTeamPaper.input.packId': 'the same',
  'withdrawTeamPaper.input.teamPaperId': 'the same',
};
