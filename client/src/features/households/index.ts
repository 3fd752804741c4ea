// What a child's page shows of the family; who shows it names `features/households` among its catalogues.
export { ChildHome } from './ChildHome.js';
export { ChildIntakeCard } from './ChildIntakeCard.js';
export { ChildNames } from './ChildNames.js';
export { FAMILY } from './households.operations.js';
export { soonWords } from './need-words.js';
export { useFamilyWords } from './use-family-words.js';
