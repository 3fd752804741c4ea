import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './button.module.css';

interface Look {
  /** `filled` for the one main step of a page, `default` for the others, `subtle` for what hardly matters. */
  readonly variant?: 'filled' | 'light' | 'outline' | 'default' | 'subtle';
  readonly color?: 'teal' | 'danger' | 'good' | 'apricot' | undefined;
  /** `md` where the button is the page's main step. */
  readonly size?: 'sm' | 'md';
  readonly leftSection?: ReactNode;
  readonly rightSection?: ReactNode;
  readonly fullWidth?: boolean;
  readonly children: ReactNode;
}

export interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'children' | 'color'> {
  /** It was pressed and works: it keeps the focus, and a second press does nothing. */
  readonly loading?: boolean;
}

/** What happens here, as a button; a step to another address is a LinkButton. */
export function Button({ loading = false, type = 'button', onClick, ...props }: ButtonProps) {
  const { look, rest, inner } = looked(props);
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (loading)
      event.preventDefault(); // also keeps the form from being sent twice
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      {...look}
      type={type}
      data-loading={loading}
      aria-disabled={loading || undefined}
      aria-busy={loading || undefined}
      onClick={press}
    >
      {inner}
    </button>
  );
}

export interface LinkButtonProps extends Look, Omit<ComponentProps<typeof Link>, 'children' | 'color'> {}

/** A link that looks like a button. */
export function LinkButton({ to, ...props }: LinkButtonProps) {
  const { look, rest, inner } = looked(props);
  return (
    <Link {...rest} {...look} to={to}>
      {inner}
    </Link>
  );
}

function looked<Props extends Look & { readonly className?: string | undefined }>(props: Props) {
  const {
    variant = 'filled',
    color = 'teal',
    size = 'sm',
    leftSection,
    rightSection,
    fullWidth = false,
    className,
    children,
    ...rest
  } = props;
  const look = {
    className: `${styles['button']} ${className ?? ''}`,
    'data-variant': variant,
    'data-color': color,
    'data-size': size,
    'data-full': fullWidth,
  };
  const inner = (
    <>
      {leftSection}
      <span>{children}</span>
      {rightSection}
    </>
  );
  return { look, rest, inner };
}
