/** Shows stored HTML. It was rendered and sanitised when the text was written, never here. */
export function Markdown({ html, className = "" }: { html: string; className?: string }) {
  return <div className={`prose ${className}`.trim()} dangerouslySetInnerHTML={{ __html: html }} />;
}
