/** Data for search engines. No text in it can end the script it stands in. */
export function StructuredData({ data }: { data: object | null }) {
  if (!data) return null;
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
