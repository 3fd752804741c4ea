// What other pages of the volunteer show about being ready; they name `features/my-service` among their catalogues.
export { OwnSteps } from './MyEligibilityPanel.js';
