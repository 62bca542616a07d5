import type { ComponentChildren } from 'preact';

/** Text of a table as a link only where it is a web address: what else it may be (`javascript:…`) stays text. */
export function OutsideLink({ address, children }: { address: string; children?: ComponentChildren }) {
  if (!/^https?:\/\//i.test(address)) return <>{children ?? address}</>;
  return (
    <a href={address} rel="noopener noreferrer external" target="_blank">
      {children ?? address}
    </a>
  );
}
