/** Whose community this is. */
export const site = {
  company: "Nordhang",
  community: "Nordhang Community",
  legalName: "Nordhang Hausgeräte GmbH",
};
