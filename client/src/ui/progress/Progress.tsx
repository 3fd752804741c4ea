import styles from './progress.module.css';

/** How far long work is, in words and as a bar. */
export function Progress({
  label,
  value,
  max,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
}) {
  return (
    <label className={styles['progress']}>
      <span>{label}</span>
      <progress value={value} max={Math.max(max, 1)} />
    </label>
  );
}
