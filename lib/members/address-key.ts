/**
 * What counts as one address for limits: "A.Nna+x@Example.com" and "anna@example.com" reach the same
 * letter box at many providers, so that dots and plus parts must not buy more attempts.
 */
export function addressKey(email: string): string {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  return `${(local.split("+")[0] ?? "").replaceAll(".", "")}@${domain}`;
}
