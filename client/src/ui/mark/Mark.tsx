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
      <path className={styles['near']} d="M4 4.5C10 4.5 12.5 10.5 13.5 15.5 14.5 20.5 18 25.5 28 25.5" />
      <path className={styles['far']} d="M4 28C10 28 12.5 23.5 14.5 21 17.5 17.5 21 18 28 18" />
    </svg>
  );
}
