import type { CurlDialect } from '#shared/curl/curl-dialect';

/** Names of programs: the same in every language. */
export const shellNames: Readonly<Record<CurlDialect, string>> = {
  bash: 'bash, zsh, sh',
  cmd: 'cmd',
  powershell: 'PowerShell',
};
