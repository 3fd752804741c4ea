import { Plural, Trans } from '@lingui/react/macro';
import type { Checks_DueFragment } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { GiveBack } from './GiveBack.js';
import styles from './checks.module.css';

interface PapersHereProps {
  readonly papers: Checks_DueFragment['papersHere'];
  readonly reload: () => void;
}

/** Papers that nobody said to have given back: nothing of them stays here (H8). */
export function PapersHere({ papers, reload }: PapersHereProps) {
  const format = useFormat();
  if (papers.length === 0) return null;
  return (
    <Section
      title={<Trans>证明还没有还给本人</Trans>}
      lead={<Plural value={papers.length} other="# 份查询记下了，证明还在这里。看过就还，不留复印件，也不拍照。" />}
    >
      <ul className={styles['list']}>
        {papers.map(({ id, name, own, happenedOn, recordedBy }) => (
          <li key={id}>
            <Card>
              <div className={styles['line']}>
                <div className={styles['who']}>
                  <h3>{name}</h3>
                  <p className={styles['quiet']}>
                    <Trans>{format.day(happenedOn)}的答复</Trans>
                    {recordedBy ? (
                      <>
                        {' · '}
                        <Trans>由{recordedBy}记下</Trans>
                      </>
                    ) : null}
                  </p>
                </div>
                <div className={styles['actions']}>
                  {own ? (
                    <span className={styles['quiet']}>
                      <Trans>您自己的，请同事来记</Trans>
                    </span>
                  ) : (
                    <GiveBack recordCheckId={id} name={name} reload={reload} />
                  )}
                </div>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
