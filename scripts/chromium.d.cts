/** Path of a Chromium, Chrome or Edge; `undefined` when there is none. CHROMIUM decides alone when it is set. */
export function findChromium(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  home: string,
): string | undefined
