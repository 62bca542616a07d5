/**
 * Colours that the colour-blind can tell apart (Okabe and Ito 2008), ordered so that neighbours differ in
 * lightness too: they hold in grey.
 */
export const COLOURS = [
  '#0072b2',
  '#e69f00',
  '#56b4e9',
  '#d55e00',
  '#f0e442',
  '#009e73',
  '#cc79a7',
  '#666666',
] as const;

/** How firmly a task binds, from the firmest: the order of the picture's parts. */
export const MODALITIES = ['prohibit', 'require', 'commit', 'support', 'explore'] as const;
