import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const require = createRequire(import.meta.url);
const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/jiqun-browser');

/**
 * A headless Chromium of a fixed version with Chinese fonts, from npm alone: only the archive of @sparticuz/chromium is used, not its
 * start options, which are made for another place and switch web security off. `CHROMIUM_PATH` names another browser.
 */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? unpackedBrowser(),
    args: ['--headless=shell', '--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...definedEnv(), ...librarySetup(), FONTCONFIG_FILE: fontSetup(), LANG: 'zh_CN.UTF-8' },
  });
}

/** Unpacked once a version; renamed into place, so that tests that start together do not meet half a file. */
function unpackedBrowser(): string {
  const folder = packageFolder(require.resolve('@sparticuz/chromium'));
  const version = String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
  const program = join(cache, `chromium-${version}`);
  if (!existsSync(program)) {
    mkdirSync(cache, { recursive: true });
    const fresh = `${program}.${process.pid}`;
    writeFileSync(fresh, brotliDecompressSync(readFileSync(join(folder, 'bin/chromium.br'))), { mode: 0o755 });
    renameSync(fresh, program);
  }
  return program;
}

const systemLibraries = ['/lib', '/usr/lib', '/lib64', '/usr/lib64', `/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`];

/** The libraries of its cryptography, which the package brings along for systems that have none. */
function librarySetup(): Record<string, string> {
  if (systemLibraries.some((folder) => existsSync(join(folder, 'libnss3.so')))) return {};
  const folder = join(cache, 'libraries');
  if (!existsSync(folder)) {
    const fresh = `${folder}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    const archive = readFileSync(join(packageFolder(require.resolve('@sparticuz/chromium')), 'bin/al2023.tar.br'));
    execFileSync('tar', ['-x', '-C', fresh], { input: brotliDecompressSync(archive) });
    renameSync(fresh, folder);
  }
  return { LD_LIBRARY_PATH: join(folder, 'lib') };
}

/** The package does not export its package.json: it is looked for upwards from its entry. */
function packageFolder(file: string): string {
  const folder = dirname(file);
  return existsSync(join(folder, 'bin/chromium.br')) ? folder : packageFolder(folder);
}

function fontSetup(): string {
  const fonts = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
  const file = join(cache, 'fonts.conf');
  mkdirSync(cache, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}/400Regular</dir><dir>${fonts}/700Bold</dir><dir>/usr/share/fonts/truetype/dejavu</dir>` +
      `<cachedir>${cache}/fc</cachedir><alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias></fontconfig>`,
  );
  return file;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
