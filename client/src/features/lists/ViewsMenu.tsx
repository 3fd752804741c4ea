import { Trans, useLingui } from '@lingui/react/macro';
import { Popover } from '@mantine/core';
import { IconBookmark, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import type { SavedViewsQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CHANGE_VIEW, REMOVE_VIEW, SAVE_VIEW, SAVED_VIEWS } from './lists.operations.js';
import styles from './lists.module.css';
import type { ListFrame } from './use-list-frame.js';
import { ViewForm } from './ViewForm.js';

export type View = SavedViewsQuery['savedViews'][number];

/** Views of a list under a name: each an address; the own ones can be changed, shared, and removed. */
export function ViewsMenu<Row>({ frame }: { readonly frame: ListFrame<Row> }) {
  const { t } = useLingui();
  const { list } = frame;
  const [opened, setOpened] = useState(false);
  const [naming, setNaming] = useState(false);
  const [{ data }, ask] = useQuery({ query: SAVED_VIEWS, variables: { list } });
  const views = data?.savedViews ?? [];
  const current = views.find(({ query }) => query === frame.view);
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" withinPortal={false} trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={18} stroke={1.75} aria-hidden />}
            onClick={() => setOpened((now) => !now)}
          >
            {current && frame.view !== '' ? <Trans>视图：{current.name}</Trans> : <Trans>视图</Trans>}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t`这份名单的视图`}>
          <div className={styles['views']}>
            {views.length === 0 ? (
              <p>
                <Trans>把常用的筛选和列存成视图，下次一点就打开。</Trans>
              </p>
            ) : (
              <ul>
                {views.map((view) => (
                  <li key={view.id}>
                    <Link
                      to={`?${view.query}`}
                      aria-current={view.id === current?.id ? 'true' : undefined}
                      onClick={() => setOpened(false)}
                    >
                      {view.id === current?.id ? <IconCheck size={16} stroke={1.75} aria-hidden /> : null}
                      {view.name}
                    </Link>
                    {view.mine ? (
                      <OwnView view={view} frame={frame} reload={reload} />
                    ) : (
                      <span className={styles['quiet']}>
                        <Trans>同事分享的</Trans>
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            )}
            <Button
              variant="light"
              onClick={() => {
                setOpened(false);
                setNaming(true);
              }}
            >
              <Trans>把现在的样子存成视图</Trans>
            </Button>
          </div>
        </Popover.Dropdown>
      </Popover>
      <FormDialog opened={naming} close={() => setNaming(false)} title={t`存成视图`}>
        <ViewForm
          frame={frame}
          done={() => {
            setNaming(false);
            reload();
          }}
          close={() => setNaming(false)}
        />
      </FormDialog>
    </>
  );
}

interface OwnViewProps<Row> {
  readonly view: View;
  readonly frame: ListFrame<Row>;
  readonly reload: () => void;
}

/** What its owner can do with a view. Removing it is soft: the toast puts it back. */
function OwnView<Row>({ view, frame, reload }: OwnViewProps<Row>) {
  const { t } = useLingui();
  const toast = useToast();
  const [, change] = useMutation(CHANGE_VIEW);
  const [, remove] = useMutation(REMOVE_VIEW);
  const [, save] = useMutation(SAVE_VIEW);
  const { id, name, query, shared, version } = view;
  const failed = (): void => toast({ tone: 'danger', message: t`没有改成，视图还是原来的样子。请再试一次。` });

  const put = async (words: { readonly query: string; readonly shared: boolean }, done: string): Promise<void> => {
    const { data } = await change({ input: { savedViewId: id, version, name, ...words } });
    if (data?.changeView.__typename === 'SavedView') toast({ message: done });
    else failed();
    reload();
  };
  const drop = async (): Promise<void> => {
    const { data } = await remove({ input: { savedViewId: id, version } });
    if (data?.removeView.__typename !== 'SavedView') failed();
    else {
      const undo = async (): Promise<void> => {
        await save({ input: { list: frame.list, name, query, shared } });
        reload();
      };
      toast({ message: t`视图“${name}”删掉了。`, undo });
    }
    reload();
  };
  return (
    <span className={styles['own']}>
      {query === frame.view ? null : (
        <Button
          variant="subtle"
          onClick={() => void put({ query: frame.view, shared }, t`视图“${name}”改成了现在的样子。`)}
        >
          <Trans>改成现在的样子</Trans>
        </Button>
      )}
      <Button
        variant="subtle"
        onClick={() =>
          void put(
            { query, shared: !shared },
            shared ? t`视图“${name}”只给自己看了。` : t`同事也能打开视图“${name}”了。`,
          )
        }
      >
        {shared ? <Trans>只给自己</Trans> : <Trans>分享给同事</Trans>}
      </Button>
      <Button variant="subtle" color="danger" onClick={() => void drop()} aria-label={t`删掉视图“${name}”`}>
        <Trans>删掉</Trans>
      </Button>
    </span>
  );
}
