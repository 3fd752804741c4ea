import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useFormat } from '../../ui/format/use-format.js';
import { priorityWords } from '../children/index.js';
import { useCodeWords } from '../readiness/index.js';
import { distance, readFact } from './fact-view.js';

export interface FactTextProps {
  readonly criterion: string;
  readonly fact: string | null | undefined;
}

/** The fact behind some points, as one would say it. */
export function FactText({ criterion, fact: raw }: FactTextProps) {
  const { i18n } = useLingui();
  const words = useCodeWords();
  const format = useFormat();
  const fact = readFact(criterion, raw);
  switch (fact.kind) {
    case 'MINUTES':
      return <Plural value={fact.minutes} other="每周有 # 分钟都有空" />;
    case 'METRES': {
      const { unit, amount } = distance(fact.metres);
      return unit === 'METRES' ? <Trans>相距约 {amount} 米</Trans> : <Trans>相距约 {amount} 公里</Trans>;
    }
    case 'UNMAPPED':
      return <Trans>区域还没有标在地图上，没有算距离</Trans>;
    case 'NEEDS':
      return fact.codes.length > 0 ? format.list(fact.codes.map(words.need)) : <Trans>没有正好对上的</Trans>;
    case 'LANGUAGES':
      return fact.codes.length > 0 ? format.list(fact.codes.map(words.language)) : <Trans>没有正好对上的</Trans>;
    case 'SAME_GENDER':
      return <Trans>与孩子相同</Trans>;
    case 'OTHER_GENDER':
      return <Trans>与孩子不同</Trans>;
    case 'UNKNOWN_GENDER':
      return <Trans>没有记下</Trans>;
    case 'PRIORITY':
      return i18n._(priorityWords(fact.level));
    case 'DAYS':
      return <Plural value={fact.days} other="等了 # 天" />;
    case 'KNOWN_BEFORE':
      return <Trans>以前陪伴过，彼此认识</Trans>;
    case 'NEW':
      return <Trans>第一次认识</Trans>;
    case 'NONE':
      return <Trans>没有更多细节</Trans>;
    default:
      return assertUnreachable(fact);
  }
}
