/** The filled-in form of an error report: `.github/ISSUE_TEMPLATE/data-error.yml`, whose field ids these are. */

export interface Report {
  readonly row: string;
  readonly release: string;
  readonly printed: string;
  readonly expected: string;
  readonly source: string;
}

/** Browsers and hosts take addresses of some 8,000 characters; each text is cut well below that. */
const LONGEST = 600;

export function reportAddress(repository: string, report: Report): string {
  const params = new URLSearchParams({ template: 'data-error.yml', title: `Data error: ${report.row}` });
  for (const [name, value] of Object.entries(report)) if (value !== '') params.set(name, cut(value));
  return `${repository}/issues/new?${params}`;
}

export function reportText(report: Report): string {
  return Object.entries(report)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** The repository that a site on GitHub Pages (`owner.github.io/name/`) belongs to. */
export function repositoryOfPages(host: string, path: string): string | null {
  const owner = /^([\w-]+)\.github\.io$/.exec(host)?.[1];
  if (!owner) return null;
  const name = path.split('/')[1] || host;
  return `https://github.com/${owner}/${name}`;
}
