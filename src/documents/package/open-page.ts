import { createHash } from 'node:crypto';

/** The page that opens a package without a network, before a package is put in: its script, its style, its words. */
export interface Viewer {
  readonly script: string;
  readonly style: string;
  readonly title: string;
}

/**
 * open.html: one file that needs no network and may reach none. Only the script and style written here run, by their hashes; what the
 * package holds stands in a data block that no browser runs, its angle brackets escaped so that no answer ends it.
 */
export function openPage(texts: ReadonlyMap<string, string>, { script, style, title }: Viewer): string {
  const policy = ["default-src 'none'", `script-src '${hashOf(script)}'`, `style-src '${hashOf(style)}'`, "base-uri 'none'", "form-action 'none'"].join('; ');
  const data = JSON.stringify(Object.fromEntries(texts))
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('>', String.raw`\u003e`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script type="application/json" id="package">${data}</script>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
