/** Languages Rapport speaks. */
export type Locale = "en" | "zh";

/** What a person reads when something is wrong. Each sentence says what to do next, or that nothing is lost. */
export interface TroubleText {
  title: string;
  close: string;
  broke(ref: string): string;
  databaseAway: string;
  slow: string;
  slowSave(button: string): string;
  tooLate: string;
  slackBusy(seconds: number): string;
  slackAway: string;
  staleForm: string;
  restarting: string;
  unanswered: string;
}

export const trouble: Record<Locale, TroubleText> = {
  en: {
    title: "That didn't work",
    close: "Close",
    broke: (ref) => `Something broke on our side (ref ${ref}). Nothing you typed is lost.`,
    databaseAway: "Rapport can't reach its database right now. Please try again in a minute.",
    slow: "This is taking longer than usual. If nothing appears, please try again.",
    slowSave: (button) => `This is taking longer than usual. Press ${button} again.`,
    tooLate: "That took too long, and Slack gave up waiting. Please try again.",
    slackBusy: (seconds) => `Slack asks us to slow down. Please try again in ${seconds} s.`,
    slackAway: "Rapport can't reach Slack right now. Please try again in a minute.",
    staleForm: "This form is from an older version of Rapport. Please open it again.",
    restarting: "Rapport is restarting. Please try again in a few seconds.",
    unanswered: "Rapport has no answer to this. Please open it again and try once more.",
  },
  zh: {
    title: "没有成功",
    close: "关闭",
    broke: (ref) => `我们这边出了问题（编号 ${ref}）。你填写的内容没有丢失。`,
    databaseAway: "Rapport 暂时连不上数据库，请一分钟后再试。",
    slow: "这次比平时慢。如果没有反应，请再试一次。",
    slowSave: (button) => `这次比平时慢，请再按一次“${button}”。`,
    tooLate: "处理时间太长，Slack 已停止等待。请再试一次。",
    slackBusy: (seconds) => `Slack 要求我们慢一点，请 ${seconds} 秒后再试。`,
    slackAway: "Rapport 暂时连不上 Slack，请一分钟后再试。",
    staleForm: "这个表单来自旧版本的 Rapport，请重新打开。",
    restarting: "Rapport 正在重启，请几秒后再试。",
    unanswered: "Rapport 无法处理这个操作，请重新打开后再试。",
  },
};
