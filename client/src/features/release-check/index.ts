// What is marked in a text before it leaves; whoever shows it names `features/release-check` among its catalogues.
export { MarkedText } from './MarkedText.js';
export { MarkList } from './MarkList.js';
export { marksWithin, replaced } from './marks-view.js';
export { useMarks, type KindMark } from './use-marks.js';
