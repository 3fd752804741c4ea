import styles from './mark.module.css';

/** Two paths that meet and go on side by side. Decorative beside the name; alone it carries the name itself. */
export function Mark({ size = 28, title }: { readonly size?: number; readonly title?: string }) {
  return (
    <svg
      className={styles['mark']}
      width={size}
      height={size}
      viewBox="0 0 32 32"
      fill="none"
      strokeWidth={3}
      strokeLinecap="round"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <path className={styles['near']} d="M3.5 5C13 5 11.5 13.5 20 13.5H28.5" />
      <path className={styles['far']} d="M3.5 27.5C13 27.5 11.5 19.5 20 19.5H28.5" />
    </svg>
  );
}
