import { Component, type ComponentType, h } from 'preact';

/** Draw a component again only when a property is another one. */
export function memo<Properties extends object>(Drawn: ComponentType<Properties>): ComponentType<Properties> {
  return class Kept extends Component<Properties> {
    override shouldComponentUpdate(next: Properties): boolean {
      const [before, after] = [this.props, next] as [Record<string, unknown>, Record<string, unknown>];
      return Object.keys(after).some((name) => before[name] !== after[name]);
    }

    override render() {
      return h(Drawn, this.props);
    }
  };
}
