import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { useViewer } from '../../app/session/session-context.js';
import type { AgeBand } from '../../gql/graphql.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useSharedWords } from './shared-words.js';
import styles from './shared-children.module.css';

/** What any of the three types may hold; each page passes what its own type has, and nothing else is there. */
export interface SharedChild {
  readonly id: string;
  readonly initial: string;
  readonly until: string;
  readonly ageBand?: AgeBand | null;
  readonly schoolStage?: string | null;
  readonly district?: string | null;
  readonly interests?: readonly string[] | null;
  readonly cards?: readonly { readonly title: string; readonly text: string; readonly releasedAt: string }[];
}
interface SharedChildrenProps {
  readonly lead: ReactNode;
  readonly found: readonly SharedChild[] | undefined;
  readonly error: CombinedError | undefined;
  readonly reload: () => void;
}

/** Children opened to somebody outside: an initial, and what each family agreed to, asked anew each time. */
export function SharedChildren({ lead, found, error, reload }: SharedChildrenProps) {
  const { t } = useLingui();
  const { agency } = useViewer();
  const agencyName = agency.name;
  return (
    <Page title={t`给我看的孩子`} width="narrow" lead={lead}>
      {error && !found ? (
        <ErrorState error={error} retry={reload} />
      ) : !found ? (
        <LoadingState lines={4} />
      ) : found.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>现在没有给您看的孩子</Trans>}>
          <p>
            <Trans>家庭同意以后，{agencyName}的社会工作者会为您打开，到写明的日子为止。</Trans>
          </p>
        </EmptyState>
      ) : (
        <>
          {found.map((child) => (
            <OneChild key={child.id} child={child} />
          ))}
          <p className={styles['quiet']}>
            <Trans>这些是家庭同意给您看的，随时可以收回。请不要转发，也不要打听孩子是谁。</Trans>
          </p>
        </>
      )}
    </Page>
  );
}

/** An article and no landmark, since two children may begin with the same sign. */
function OneChild({ child }: { readonly child: SharedChild }) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useSharedWords();
  const { initial, until, district, cards = [] } = child;
  const facts = [...words.age(child.ageBand), ...words.stage(child.schoolStage), ...(district ? [district] : [])];
  const liked = format.list(words.likes(child.interests));
  const last = format.day(until);
  return (
    <article aria-label={t`化名以“${initial}”开头的孩子`}>
      <Card>
        <header className={styles['who']}>
          <span className={styles['initial']} aria-hidden>
            {initial}
          </span>
          <div>
            <h2>
              <Trans>化名以“{initial}”开头的孩子</Trans>
            </h2>
            {facts.length > 0 ? <p>{facts.join(' · ')}</p> : null}
            {liked === '' ? null : (
              <p>
                <Trans>喜欢{liked}</Trans>
              </p>
            )}
            {facts.length === 0 && liked === '' && cards.length === 0 ? (
              <p>
                <Trans>这个家庭现在不分享更多。谢谢您的体谅。</Trans>
              </p>
            ) : null}
            <p className={styles['quiet']}>
              <Trans>到 {last} 为止</Trans>
            </p>
          </div>
        </header>
        {cards.map(({ title, text, releasedAt }) => (
          <article key={`${releasedAt}${title}`} className={styles['card']}>
            <h3 lang={dataLang(title)}>{title}</h3>
            <p lang={dataLang(text)}>{text}</p>
            <time dateTime={releasedAt} className={styles['quiet']}>
              {format.dayOf(releasedAt)}
            </time>
          </article>
        ))}
      </Card>
    </article>
  );
}
