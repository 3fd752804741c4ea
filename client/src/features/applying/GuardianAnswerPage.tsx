import { AskedPage } from './Asked.js';

/** Behind a guardian's own link: whether their child may volunteer. */
export default function GuardianAnswerPage() {
  return <AskedPage kind="GUARDIAN" />;
}
