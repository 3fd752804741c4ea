import { signersOf, type AgreementCapacity, type AgreementKind } from '@tongxing/shared/rules';

interface Signed {
  readonly kind: AgreementKind;
  readonly guardianNeeded: boolean;
  readonly signatures: readonly { readonly capacity: AgreementCapacity }[];
}

/** Whose hand is still missing, in the order in which they sign. */
export const missingSigners = ({ kind, guardianNeeded, signatures }: Signed): AgreementCapacity[] =>
  signersOf(kind, guardianNeeded).filter((one) => signatures.every(({ capacity }) => capacity !== one));
