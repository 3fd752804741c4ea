import styles from './chips.module.css';

export interface Chip {
  readonly value: string;
  readonly label: string;
}

export interface FilterChipsProps {
  /** What the chips choose among, for those who hear it. */
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

/** One filter whose few choices stand open, each one press away; the first is usually "all". */
export function FilterChips({ label, chips, value, choose }: FilterChipsProps) {
  return (
    <div className={styles['chips']} role="group" aria-label={label} data-print="no">
      {chips.map((chip) => (
        <button
          key={chip.value}
          type="button"
          className={styles['chip']}
          aria-pressed={chip.value === value}
          onClick={() => choose(chip.value)}
        >
          {chip.label}
        </button>
      ))}
    </div>
  );
}
