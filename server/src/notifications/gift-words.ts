// What those who give are told by mail or SMS: that something is there to read, never what or about whom.

export const GIFT_WORDS = {
  cardReleased: {
    'zh-CN': ({ agency }: { readonly agency: string }) => ({
      title: '有一张新的成长卡片给您',
      body: `${agency}写了几句新的话给您。内容不写在这里，请登录以后在您自己的页面上看。`,
      action: '去看一看',
    }),
    en: ({ agency }: { readonly agency: string }) => ({
      title: 'A new card is there for you',
      body: `${agency} has written a few new lines for you. They are not in this message; please sign in and read them on your own page.`,
      action: 'Have a look',
    }),
  },
};
