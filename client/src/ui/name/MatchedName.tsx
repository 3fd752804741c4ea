import styles from './name.module.css';

export interface MatchedNameProps {
  readonly name: string;
  /** The part that was meant; nothing is marked without it. */
  readonly match?: { readonly from: number; readonly to: number } | null | undefined;
}

/** A name with the part that somebody looked for: by weight and line, since colour alone would not tell everybody. */
export function MatchedName({ name, match }: MatchedNameProps) {
  if (!match) return name;
  // One element around it all: as parts of a flex box the pieces would lose the spaces between them.
  return (
    <span>
      {name.slice(0, match.from)}
      <mark className={styles['match']}>{name.slice(match.from, match.to)}</mark>
      {name.slice(match.to)}
    </span>
  );
}
