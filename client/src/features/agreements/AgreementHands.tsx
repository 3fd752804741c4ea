import { Trans, useLingui } from '@lingui/react/macro';
import type { AgreementCapacity, AgreementMethod, AgreementWay } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Signature } from '../../ui/signature/SignaturePad.js';
import { CAPACITY, METHOD, WAY } from './agreement-words.js';
import styles from './agreements.module.css';

interface Hand {
  readonly capacity: AgreementCapacity;
  readonly method: AgreementMethod;
  readonly way?: AgreementWay;
  readonly name: string;
  readonly relation?: string | null;
  readonly witnessName?: string | null;
  readonly signature?: string | null;
  readonly signedAt: string;
}
export interface AgreementHandsProps {
  readonly hands: readonly Hand[];
  readonly waitsFor: readonly AgreementCapacity[];
}

/** Who has signed as what and how, and whose hand is still awaited. */
export function AgreementHands({ hands, waitsFor }: AgreementHandsProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  return (
    <ul className={styles['hands']}>
      {hands.map(({ capacity, method, way, name, relation, witnessName, signature, signedAt }) => (
        <li key={capacity}>
          <p className={styles['line']}>
            <strong>{i18n._(CAPACITY[capacity])}</strong>
            <span>
              {name}
              {relation ? `（${relation}）` : null}
            </span>
            <StateBadge tone="good">
              <Trans>签了</Trans>
            </StateBadge>
          </p>
          <p className={styles['quiet']}>
            {i18n._(METHOD[method])}
            {way ? ` · ${i18n._(WAY[way])}` : null} · {format.instant(signedAt)}
            {witnessName ? (
              <>
                {' · '}
                <Trans>见证人：{witnessName}</Trans>
              </>
            ) : null}
          </p>
          {signature ? <Signature path={signature} label={t`${name}的手写签名`} /> : null}
        </li>
      ))}
      {waitsFor.map((who) => (
        <li key={who}>
          <p className={styles['line']}>
            <strong>{i18n._(CAPACITY[who])}</strong>
            <StateBadge tone="soon">
              <Trans>还没有签</Trans>
            </StateBadge>
          </p>
        </li>
      ))}
    </ul>
  );
}
