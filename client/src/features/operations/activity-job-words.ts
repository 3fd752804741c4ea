// Words for jobs that tell of activities, teams and training.
import { msg } from '@lingui/core/macro';

export const ACTIVITY_JOBS = {
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
  'event:ActivityCancelled': {
    name: msg`活动取消以后，结束团队的预约`,
    meaning: msg`活动已经取消，只是约了这一天的团队还没有接到通知。请打个电话告诉他们。`,
  },
  'event:ActivityMoved': {
    name: msg`告诉大家：一个活动换了时间`,
    meaning: msg`时间已经换了，打开页面看得到，只是要来的人还没有接到通知。请打个电话，免得他们白跑一趟。`,
  },
  'event:TeamBookingMoved': {
    name: msg`告诉团队或工作人员：预约有变化`,
    meaning: msg`变化已经记下，打开页面看得到，只是还没有接到通知。`,
  },
  'team.expire': {
    name: msg`放开到了时间的名额，问下一个候补的团队`,
    meaning: msg`到时间的名额别人已经可以约，只是候补的团队还没有被问到。`,
  },
  'event:TrainingCancelled': {
    name: msg`告诉报名的人：一场培训取消了`,
    meaning: msg`培训已经取消，只是报名的人还没有接到通知。请打个电话告诉他们。`,
  },
  'event:AttendanceClosed': {
    name: msg`签到结束以后，记下来过的团队`,
    meaning: msg`签到已经结束，只是还没有记下哪些团队来过。请再试一次。`,
  },
  'event:ColleagueInvited': {
    name: msg`请一位同事和团队一起来`,
    meaning: msg`邀请已经写好，只是还没有送到那位同事。请再试一次，或者直接把链接给他们。`,
  },
  'event:ActivityClosed': {
    name: msg`活动结束以后，给来的团队准备说明`,
    meaning: msg`活动已经结束，只是还没有列出要给哪些团队写说明。请再试一次。`,
  },
  'event:TeamPackSent': {
    name: msg`告诉团队：活动的说明写好了`,
    meaning: msg`说明已经发出，团队打开页面看得到，只是还没有接到通知。`,
  },
  'event:TeamDayNeeds': {
    name: msg`提醒和团队来的人：还差一点准备`,
    meaning: msg`名单上还有人没有学课或签协议，只是还没有接到提醒。可以再提醒一次。`,
  },
  'event:CompanyYearSaid': {
    name: msg`告诉企业：年度目录有新消息`,
    meaning: msg`目录、截止日或者结果，企业打开页面看得到，只是还没有接到通知。请打个电话告诉他们。`,
  },
  'event:TrainingSeatFree': {
    name: msg`告诉候补的人：培训有名额了`,
    meaning: msg`名额已经给了候补的人，打开页面看得到，只是还没有接到通知。`,
  },
  'event:TrainingCreditDecided': {
    name: msg`告诉志愿者：在别处学的培训有回音了`,
    meaning: msg`决定已经记下，志愿者打开页面看得到，只是还没有接到通知。`,
  },
} as const;
