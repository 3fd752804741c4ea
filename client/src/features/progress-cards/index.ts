// What the child's page shows of sponsors and cards; it names `features/progress-cards` among its catalogues.
export { ChildProgress } from './ChildProgress.js';
