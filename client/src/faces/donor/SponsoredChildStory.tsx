import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { SponsoredChildrenQuery } from '../../gql/graphql.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { AGE_WORDS, likeWords, stageWords } from './child-words.js';
import styles from './donor.module.css';

export type SponsoredChild = SponsoredChildrenQuery['sponsoredChildren'][number];
type ReleasedCard = SponsoredChild['cards'][number];

/**
 * One child: an initial, what the family shares, and the cards as a quiet path, the newest first. An article and no
 * landmark, since two children may begin with the same sign.
 */
export function SponsoredChildStory({ child }: { readonly child: SponsoredChild }) {
  const { t } = useLingui();
  const format = useFormat();
  const { initial, startsOn, endsOn, cards } = child;
  return (
    <article className={styles['child']} aria-label={t`化名以“${initial}”开头的孩子`}>
      <header className={styles['who']}>
        <span className={styles['initial']} aria-hidden>
          {initial}
        </span>
        <div>
          <h2>
            <Trans>“{initial}”的成长</Trans>
          </h2>
          <p className={styles['quiet']}>
            {startsOn ? <Trans>从 {format.day(startsOn)} 起，您和孩子同行</Trans> : null}
          </p>
          <Shared child={child} />
        </div>
      </header>
      {endsOn ? (
        <p className={styles['word']}>
          <Trans>这段同行在 {format.day(endsOn)} 结束了。谢谢您陪过这一程，孩子的路还在往前。</Trans>
        </p>
      ) : !child.open ? (
        <p className={styles['word']}>
          <Trans>这个家庭现在不分享孩子的近况。孩子仍然有人陪着，您的支持也照常在用。谢谢您的体谅。</Trans>
        </p>
      ) : cards.length === 0 ? (
        <p className={styles['word']}>
          <Trans>第一张成长卡片还在路上。社会工作者写好、同事看过以后，会出现在这里。</Trans>
        </p>
      ) : (
        <ol className={styles['cards']}>
          {cards.map((card) => (
            <CardMoment key={card.id} card={card} />
          ))}
        </ol>
      )}
    </article>
  );
}

/** What the family agreed to tell, in one line; nothing at all where that is nothing. */
function Shared({ child: { ageBand, schoolStage, interests, district } }: { readonly child: SponsoredChild }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const stage = schoolStage ? stageWords(schoolStage) : undefined;
  const likes = (interests ?? []).flatMap((code) => likeWords(code) ?? []).map((word) => i18n._(word));
  const facts = [
    ...(ageBand ? [i18n._(AGE_WORDS[ageBand])] : []),
    ...(stage ? [i18n._(stage)] : []),
    ...(district ? [district] : []),
  ];
  if (facts.length === 0 && likes.length === 0) return null;
  const liked = format.list(likes);
  return (
    <p className={styles['shared']}>
      {facts.join(' · ')}
      {facts.length > 0 && likes.length > 0 ? ' · ' : null}
      {likes.length > 0 ? <Trans>喜欢{liked}</Trans> : null}
    </p>
  );
}

function CardMoment({ card: { id, title, text, releasedAt } }: { readonly card: ReleasedCard }) {
  const format = useFormat();
  return (
    <li className={styles['card']}>
      <time dateTime={releasedAt}>{format.dayOf(releasedAt)}</time>
      <h3 lang={dataLang(title)}>
        <Link to={`/donor/cards/${encodeURIComponent(id)}`}>{title}</Link>
      </h3>
      <p lang={dataLang(text)}>{text}</p>
    </li>
  );
}
