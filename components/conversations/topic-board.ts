/** Which topics the tabs of a browser listen to: each tells its own, the leading one reads them all. */
export class TopicBoard {
  private readonly own = new Map<string, number>();
  private readonly others = new Map<string, string[]>();

  /** True when it is new to this tab. */
  follow(topic: string): boolean {
    const count = this.own.get(topic) ?? 0;
    this.own.set(topic, count + 1);
    return count === 0;
  }

  leave(topic: string): void {
    const left = (this.own.get(topic) ?? 1) - 1;
    if (left > 0) this.own.set(topic, left);
    else this.own.delete(topic);
  }

  hasOwn(topic: string): boolean {
    return this.own.has(topic);
  }

  ownTopics(): string[] {
    return [...this.own.keys()];
  }

  /** An empty list: that tab is gone. */
  note(tab: string, topics: string[]): void {
    if (topics.length > 0) this.others.set(tab, topics);
    else this.others.delete(tab);
  }

  all(): string[] {
    return [...new Set([...[...this.others.values()].flat(), ...this.own.keys()])];
  }
}
