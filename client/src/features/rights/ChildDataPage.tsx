import { DataRights } from './DataRights.js';

/** For a guardian, by the link of the child. */
export default function ChildDataPage() {
  return <DataRights about="CHILD" />;
}
