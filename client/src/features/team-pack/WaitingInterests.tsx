import { Trans } from '@lingui/react/macro';
import { useMutation, useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { Button } from '../../ui/button/Button.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Section } from '../../ui/page/Page.js';
import { ANSWER_INTEREST, INTERESTS } from './team-pack.operations.js';
import styles from './team-pack.module.css';

/** Who would like to accompany a child for longer after a day; nothing where nobody does. */
export function WaitingInterests() {
  const format = useFormat();
  const may = useMay();
  const [{ data }, load] = useQuery({ query: INTERESTS, requestPolicy: 'cache-and-network' });
  const [{ fetching }, answer] = useMutation(ANSWER_INTEREST);
  const waiting = data?.companionInterests.waiting ?? [];
  if (waiting.length === 0) return null;
  const act = async (interestId: string): Promise<void> => {
    await answer({ input: { interestId } });
    load({ requestPolicy: 'network-only' });
  };
  return (
    <Section
      title={<Trans>想长期陪伴一个孩子的人</Trans>}
      lead={<Trans>先谈一谈。以后的培训、记录查询和协议都按志愿者的路走，这里不定任何孩子。</Trans>}
    >
      <ul className={styles['list']}>
        {waiting.map(({ id, name, saidAt }) => (
          <li key={id} className={styles['item']}>
            <strong lang={dataLang(name)}>{name}</strong>
            <span className={styles['quiet']}>
              <Trans>{format.dayOf(saidAt)} 说的</Trans>
            </span>
            {may('volunteer.change') ? (
              <Button variant="default" loading={fetching} onClick={() => void act(id)}>
                <Trans>谈过了</Trans>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
