/**
 * Who may reach what, one row per way in. The acts behind decide about single things; this table
 * says who gets that far, and tests fail on a page, action, operation or stream without a row,
 * and on a page or action that lets in somebody its row does not name.
 */
export type Audience = "everyone" | "members" | "staff" | "managers" | "admins";
export type PolicyRow = {
  audience: Audience;
  /** The same page for everybody below staff, kept by the page cache. */
  cached?: boolean;
  note?: string;
};

const everyone: PolicyRow = { audience: "everyone" };
const members: PolicyRow = { audience: "members" };
const staff: PolicyRow = { audience: "staff" };
const managers: PolicyRow = { audience: "managers" };
const admins: PolicyRow = { audience: "admins" };
const cached: PolicyRow = { audience: "everyone", cached: true };

/** Next routes as the build lists them, without /[locale]. */
export const pagePolicies: Record<string, PolicyRow> = {
  "/": cached,
  "/[...rest]": { ...everyone, note: "what is not there" },
  "/about/[page]": cached,
  "/ask": { ...everyone, note: "visitors are led to sign-in when they post; what they wrote stays" },
  "/broken": { ...everyone, note: "stands in for pages that failed" },
  "/c": cached,
  "/c/[slug]": cached,
  "/chat/[id]": { ...members, note: "only those in the conversation" },
  "/chat/new": members,
  "/comment/[kind]/[id]": { ...members, note: "the form without script; only what one may comment on" },
  "/edit/[kind]/[id]": { ...members, note: "only what one may edit" },
  "/kb": cached,
  "/kb/[id]/[[...slug]]": cached,
  "/me": members,
  "/me/conversations": members,
  "/me/decisions/[id]": { ...members, note: "only the author of the post" },
  "/me/following": members,
  "/me/notifications": members,
  "/me/notifications/[id]": { ...members, note: "only one's own" },
  "/me/sanctions/[id]": { ...members, note: "only one's own" },
  "/me/sessions": members,
  "/me/settings": members,
  "/me/threads": members,
  "/me/tokens": members,
  "/me/verify": { ...everyone, note: "the link of a letter, opened in any browser" },
  "/members": cached,
  "/missing": { ...everyone, note: "stands in for pages that are not there" },
  "/news": cached,
  "/reset-password": everyone,
  "/search": everyone,
  "/sign-in": everyone,
  "/sign-in/link": everyone,
  "/sign-in/sent": everyone,
  "/sign-out": { ...everyone, note: "POST only" },
  "/sign-up": everyone,
  "/sign-up/welcome": { ...everyone, note: "greets; knows nobody" },
  "/staff": staff,
  "/staff/articles": staff,
  "/staff/articles/[id]": staff,
  "/staff/articles/new": staff,
  "/staff/inbox": staff,
  "/staff/insights": staff,
  "/staff/insights/[list]": staff,
  "/staff/insights/search/[[...part]]": managers,
  "/staff/mail": staff,
  "/staff/mail/[id]": staff,
  "/staff/queue": staff,
  "/staff/review": staff,
  "/staff/settings": { ...staff, note: "leads agents to their own settings" },
  "/staff/settings/[part]": managers,
  "/still-solved": { ...everyone, note: "a signed link, without signing in; says nothing of what was said" },
  "/t/[id]/[[...slug]]": cached,
  "/tags": cached,
  "/tags/[slug]": cached,
  "/u/[name]": cached,
  "/unsubscribe": { ...everyone, note: "a signed link, without signing in" },
  "/api/auth/[...nextauth]": { ...everyone, note: "the way to the company's accounts and back" },
};

/** Server actions by folder and name: each can be reached by a direct POST, whatever page shows its form. */
export const actionPolicies: Record<string, PolicyRow> = {
  "ask askAction": members,
  "chat/new askForHumanAction": members,
  "comment/[kind]/[id] postCommentAction": members,
  "edit/[kind]/[id] editAction": members,
  "me postAppealAction": members,
  "me/notifications markAllReadAction": members,
  "me/sessions endOtherSessionsAction": members,
  "me/sessions endSessionAction": members,
  "me/settings changePasswordAction": members,
  "me/settings requestVerificationAction": members,
  "me/settings updateProfileAction": members,
  "me/tokens createAccessTokenAction": members,
  "me/tokens revokeAccessTokenAction": members,
  "me/verify verifyEmailAction": { ...everyone, note: "with the secret of a letter" },
  "reset-password requestPasswordResetAction": everyone,
  "reset-password resetPasswordAction": { ...everyone, note: "with the secret of a letter" },
  "sign-in signInAction": everyone,
  "sign-in signInWithLinkAction": { ...everyone, note: "with the secret of a letter" },
  "sign-up signUpAction": everyone,
  "staff/articles createArticleAction": staff,
  "staff/articles editArticleAction": staff,
  "staff/articles promoteThreadAction": staff,
  "staff/articles transitionArticleAction": staff,
  "staff/insights/search assignGapAction": managers,
  "staff/insights/search closeGapAction": managers,
  "staff/insights/search judgePairAction": managers,
  "staff/insights/search openGapAction": managers,
  "staff/insights/search removeRuleAction": managers,
  "staff/insights/search saveRuleAction": managers,
  "staff/insights/search setHoldoutAction": managers,
  "staff/insights/search undoRuleAction": managers,
  "staff/review decideAppealAction": managers,
  "staff/review decideCaseAction": staff,
  "staff/review sanctionAction": managers,
  "staff/review takeBackAction": staff,
  "staff/settings createCategoryAction": admins,
  "staff/settings createDepartmentAction": admins,
  "staff/settings deleteMacroAction": managers,
  "staff/settings saveCategoryAction": admins,
  "staff/settings saveCompanyAction": managers,
  "staff/settings saveDepartmentAction": managers,
  "staff/settings saveLadderAction": managers,
  "staff/settings saveMacroAction": managers,
  "staff/settings setExpertTopicsAction": managers,
  "staff/settings setRoleAction": admins,
  "staff/settings setSeatsAction": managers,
  "staff/settings staffDepartmentAction": managers,
  "still-solved answerCheckBackAction": { ...everyone, note: "with the secret of a letter" },
  "t/[id]/[[...slug]] postAnswerAction": members,
  "unsubscribe unsubscribeAction": { ...everyone, note: "with the secret of a letter" },
};

/** Paths that the entry answers itself. */
export const entryPolicies: Record<string, PolicyRow> = {
  "/healthz": everyone,
  "/readyz": everyone,
  "/overlay": { ...everyone, note: "only about the asker" },
  "/stream": { ...everyone, note: "member log only of the asker; topics only of visible threads" },
  "/captions/": { ...everyone, note: "what is said in the videos of guides, for those who may read them" },
  "/files/": { ...everyone, note: "files of a conversation only for those in it, of a guide only for those who may read it" },
  "/_next/": { ...everyone, note: "what the build made for browsers" },
  "/api/": { ...everyone, note: "handed to Next" },
  "/api/v1": { ...everyone, note: "each operation names its audience; the OpenAPI file tells it as x-audience" },
  "/api/v1/": { ...everyone, note: "the same" },
  "/feed.xml": cached,
  "/de/feed.xml": cached,
  "/sitemap.xml": cached,
  "/robots.txt": everyone,
};
