import { useKeptConcerns } from './use-kept-concerns.js';

/** Sends what waits on this device, from whichever page is opened first; shows nothing. */
export default function KeptSender() {
  useKeptConcerns();
  return null;
}
