import type { Descriptor } from './descriptor';

/** How a row is cited: who, what, which release, which row, where. */
export function citation(descriptor: Descriptor, identity: string, id: string, address: string): string {
  const who = descriptor.contributors.map((one) => one.title).join('; ');
  const licence = descriptor.licenses.map((one) => one.name).join(', ');
  return `${who}. ${descriptor.title}. Release ${identity}. Row ${id}. ${licence}. ${address}`;
}
