import { useEffect, useRef, useState } from 'preact/hooks';
import { useLoaded } from '../components/context';
import { Loaded } from '../components/loaded';

export type Plot = typeof import('@observablehq/plot');

interface Properties {
  /** What the picture shows, for those who cannot see it; its table says it all. */
  readonly label: string;
  readonly draw: (plot: Plot, width: number) => SVGSVGElement | HTMLElement;
  /** What the picture is made of: it is drawn again when one of these changes. */
  readonly of: readonly unknown[];
}

/** A picture by Observable Plot (ISC), as wide as there is room. Its code is fetched with the first picture. */
export function Chart({ label, draw, of }: Properties) {
  const plot = useLoaded(() => import('@observablehq/plot'), []);
  return <Loaded from={plot}>{(loaded) => <Drawn plot={loaded} label={label} draw={draw} of={of} />}</Loaded>;
}

function Drawn({ plot, label, draw, of }: Properties & { plot: Plot }) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (place.current) watched.observe(place.current);
    return () => watched.disconnect();
  }, []);
  useEffect(() => {
    if (width === 0 || !place.current) return;
    const drawn = draw(plot, width);
    // Plot brings a style element, which the content security policy refuses; charts.css says the same.
    for (const style of drawn.querySelectorAll('style')) style.remove();
    // The picture is one image to a screen reader: its groups have no role that could bear a name.
    for (const part of drawn.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', label);
    place.current.replaceChildren(drawn);
  }, [plot, width, label, ...of]);
  return <div class="chart" ref={place} />;
}
