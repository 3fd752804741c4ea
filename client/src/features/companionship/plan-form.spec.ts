import { planInput, planProblems, type PlanValues } from './plan-form.js';

const GOOD: PlanValues = {
  taskGoal: '读完三本书',
  processGoal: '愿意说出自己的想法',
  meetingPlace: '图书角',
  contactsPerMonth: '2',
};

describe('planProblems', () => {
  it('asks for both goals and a place', () => {
    expect(planProblems({ ...GOOD, taskGoal: ' ', processGoal: '', meetingPlace: '' })).toEqual([
      'taskGoal',
      'processGoal',
      'meetingPlace',
    ]);
  });

  it.each(['', '0', '1.5', '-2', '32', '两次'])('does not take %j as a number of contacts', (contactsPerMonth) => {
    expect(planProblems({ ...GOOD, contactsPerMonth })).toEqual(['contactsPerMonth']);
  });

  it('sends a complete plan as numbers and trimmed words', () => {
    expect(planProblems(GOOD)).toEqual([]);
    expect(planInput({ ...GOOD, meetingPlace: ' 图书角 ' })).toEqual({ ...GOOD, contactsPerMonth: 2 });
  });
});
