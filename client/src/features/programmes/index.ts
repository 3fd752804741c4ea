// What the child's page shows of programmes; it names `features/programmes` among its catalogues.
export { CoverageGrid } from './CoverageGrid.js';
export { ProgrammePlaces } from './ProgrammePlaces.js';
