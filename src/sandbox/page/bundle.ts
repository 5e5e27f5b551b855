import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface Page {
  html: string;
  /** By URL path, as the html names them. */
  assets: Record<string, { type: string; body: Uint8Array | string }>;
}

const TYPES: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** Two speech bubbles that overlap: people in rapport. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#17352e"/><circle cx="12.5" cy="15" r="6.5" fill="#e8b768"/><circle cx="19.5" cy="18" r="6.5" fill="#7cc4ae" fill-opacity=".88"/></svg>`;

const HTML = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>Workspace</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/page.css">
</head>
<body>
<noscript>This page needs JavaScript.</noscript>
<div id="page"></div>
<script type="module" src="/assets/page.js"></script>
</body>
</html>
`;

let bundled: Promise<Page> | undefined;

/** The page, bundled in memory once, so that nobody has a build step. Throws when it does not compile. */
export function bundlePage(): Promise<Page> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<Page> {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: { page: "main.tsx", "page-style": "styles/page.css" },
    outdir: "/assets",
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "silent",
  });
  const assets: Page["assets"] = { "/assets/icon.svg": { type: TYPES["svg"] ?? "", body: ICON } };
  for (const file of outputFiles) {
    const extension = file.path.slice(file.path.lastIndexOf(".") + 1);
    assets[`/assets/page.${extension}`] = { type: TYPES[extension] ?? "", body: file.text };
  }
  return { html: HTML, assets };
}
