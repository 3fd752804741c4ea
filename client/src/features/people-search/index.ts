export { usePeopleHits } from './use-people-hits.js';
