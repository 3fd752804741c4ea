import RosterPage from './RosterPage.js';

/** The same roster at the desk. */
export default function DeskRosterPage() {
  return <RosterPage home="/agency/activities" />;
}
