export function Tag({ name, href }: { name: string; href?: string }) {
  return href ? (
    <a className="tag" href={href} rel="tag">
      {name}
    </a>
  ) : (
    <span className="tag">{name}</span>
  );
}
