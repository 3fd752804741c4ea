import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useToast } from '../../ui/toast/toast-context.js';
import { useStepUp } from '../factors/index.js';
import { askForFile } from '../lists/index.js';

export interface TakeAFile {
  /** Belongs on the page, outside of any form. */
  readonly dialog: ReactNode;
  readonly asking: boolean;
  readonly take: (address: string) => Promise<void>;
}

/** Takes a file that is more than a page: whoever has a second factor shows it first. */
export function useTakeFile(): TakeAFile {
  const { t } = useLingui();
  const toast = useToast();
  const { dialog, through } = useStepUp();
  const [asking, setAsking] = useState(false);
  const take = async (address: string): Promise<void> => {
    setAsking(true);
    const answer = await through(
      () => askForFile(address),
      (got) => got,
    );
    setAsking(false);
    if (answer.__typename === 'StepUpNeeded') return toast({ message: t`先要确认是您本人，才能下载。` });
    if (answer.__typename === 'Failed') return toast({ tone: 'danger', message: t`没有下载成功，请再试一次。` });
    const link = document.createElement('a');
    link.href = address;
    link.download = '';
    link.click();
    toast({ message: t`正在下载。下载的人和时间都写进了操作记录。` });
  };
  return { dialog, asking, take };
}
