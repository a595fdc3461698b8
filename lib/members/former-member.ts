/** What stands beside what somebody wrote who is no longer here. */
export const formerMember = { en: "Former member", de: "Ehemaliges Mitglied" };
