// Words for jobs that tell of seats at activities.
import { msg } from '@lingui/core/macro';

export const SEAT_JOBS = {
  'event:SeatsPublished': {
    name: msg`告诉志愿者：安排了活动`,
    meaning: msg`名额已经安排好，志愿者打开页面看得到，只是还没有接到通知。请打个电话告诉他们。`,
  },
  'event:SeatsEnded': {
    name: msg`告诉志愿者：一个活动不用来了`,
    meaning: msg`安排已经改了，只是志愿者还没有接到通知。请打个电话，免得他们白跑一趟。`,
  },
  'event:SeatDeclined': {
    name: msg`告诉社会工作者：一位志愿者来不了活动`,
    meaning: msg`志愿者的答复已经记下，只是社会工作者还没有接到通知。`,
  },
} as const;
