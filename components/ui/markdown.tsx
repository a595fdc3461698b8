/** Shows stored HTML. It was rendered and sanitised when the text was written, never here. */
export function Markdown({ html, className = "", lang }: { html: string; className?: string; lang?: string }) {
  return <div className={`prose ${className}`.trim()} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
