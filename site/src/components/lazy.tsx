import type { ComponentType } from 'preact';
import type { Place } from '../router';
import { useLoaded } from './context';
import { Loaded } from './loaded';

/** A view whose code is fetched when it is first shown. */
export function lazy(load: () => Promise<ComponentType<{ place: Place }>>) {
  return function Lazy({ place }: { place: Place }) {
    const view = useLoaded(load, []);
    return <Loaded from={view}>{(View) => <View place={place} />}</Loaded>;
  };
}
