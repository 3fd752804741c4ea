import { AskedPage } from './Asked.js';

/** Behind a referee's own link: a few words about somebody they know. */
export default function ReferenceAnswerPage() {
  return <AskedPage kind="REFEREE" />;
}
