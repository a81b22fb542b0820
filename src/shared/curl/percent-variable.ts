/** `%NAME%` of cmd.exe, but not two percent-encoded bytes such as `%E2%`. */
const percentVariable = /%(?![0-9A-Fa-f]{2}%)[A-Za-z_][A-Za-z0-9_]*%/g;

/** Whether a variable of cmd.exe stands anywhere in a text. */
export function hasPercentVariable(text: string): boolean {
  return text.search(percentVariable) !== -1;
}

/** Whether one starts at this place. */
export function startsPercentVariable(text: string, at: number): boolean {
  const close = text.indexOf('%', at + 1);
  return (
    close !== -1 && close - at < 100 && text.slice(at, close + 1).search(percentVariable) === 0
  );
}
