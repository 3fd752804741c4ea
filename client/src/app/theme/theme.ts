// Puts the product's tokens behind the kit's own colour names, so that a kit component looks like ours by default.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const TEAL: MantineColorsTuple = [
  '#e6f1f0',
  '#c9e2e2',
  '#a3d0d2',
  '#6cc4c9',
  '#3f9da4',
  '#1f7f88',
  '#0f6a73',
  '#0b555d',
  '#083f45',
  '#052a2f',
];

const ACCENTS = ['teal', 'danger', 'good', 'apricot'] as const;
type Accent = (typeof ACCENTS)[number];
const isAccent = (name: string): name is Accent => (ACCENTS as readonly string[]).includes(name);

export const theme = createTheme({
  colors: { teal: TEAL },
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 3 },
  fontFamily: 'var(--tx-font)',
  headings: { fontFamily: 'var(--tx-font)', fontWeight: '650' },
  fontSizes: {
    xs: 'var(--tx-text-12)',
    sm: 'var(--tx-text-14)',
    md: 'var(--tx-text-16)',
    lg: 'var(--tx-text-20)',
    xl: 'var(--tx-text-26)',
  },
  spacing: { xs: 'var(--tx-8)', sm: 'var(--tx-12)', md: 'var(--tx-16)', lg: 'var(--tx-24)', xl: 'var(--tx-32)' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.6', lg: '1.5', xl: '1.3' },
  defaultRadius: 'md',
  radius: { md: 'var(--tx-radius)', lg: 'var(--tx-radius-card)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: ({ color, variant }) => {
    const accent: Accent = color !== undefined && isAccent(color) ? color : 'teal';
    const solid = accent === 'apricot' ? 'var(--tx-apricot)' : `var(--tx-${accent})`;
    const text = accent === 'apricot' ? 'var(--tx-apricot-text)' : `var(--tx-${accent})`;
    const wash = `var(--tx-${accent}-wash)`;
    const on = {
      teal: 'var(--tx-on-teal)',
      danger: 'var(--tx-on-danger)',
      good: 'var(--tx-ground)',
      apricot: 'var(--tx-on-apricot)',
    };
    const strong = accent === 'teal' || accent === 'danger' ? `var(--tx-${accent}-strong)` : solid;
    if (variant === 'filled') {
      return { background: solid, hover: strong, color: on[accent], border: '1px solid transparent' };
    }
    if (variant === 'light') return { background: wash, hover: wash, color: text, border: '1px solid transparent' };
    if (variant === 'outline') {
      return { background: 'transparent', hover: wash, color: text, border: '1px solid currentColor' };
    }
    if (variant === 'subtle' || variant === 'transparent') {
      return { background: 'transparent', hover: wash, color: text, border: '1px solid transparent' };
    }
    return {
      background: 'var(--tx-card)',
      hover: 'var(--tx-sunk)',
      color: 'var(--tx-ink)',
      border: '1px solid var(--tx-line-strong)',
    };
  },
});

/** The kit's variables in both schemes, each pointing at a token. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const variables = {
    '--mantine-color-body': 'var(--tx-ground)',
    '--mantine-color-text': 'var(--tx-ink)',
    '--mantine-color-dimmed': 'var(--tx-quiet)',
    '--mantine-color-placeholder': 'var(--tx-quiet)',
    '--mantine-color-anchor': 'var(--tx-teal)',
    '--mantine-color-error': 'var(--tx-danger)',
    '--mantine-color-default': 'var(--tx-card)',
    '--mantine-color-default-hover': 'var(--tx-sunk)',
    '--mantine-color-default-color': 'var(--tx-ink)',
    '--mantine-color-default-border': 'var(--tx-line-strong)',
    '--mantine-primary-color-filled': 'var(--tx-teal)',
    '--mantine-primary-color-filled-hover': 'var(--tx-teal-strong)',
    '--mantine-primary-color-light': 'var(--tx-teal-wash)',
    '--mantine-primary-color-light-color': 'var(--tx-teal)',
    '--mantine-primary-color-contrast': 'var(--tx-on-teal)',
  };
  return { variables: {}, light: variables, dark: variables };
};
