import { requestFileExtensions } from '#shared/domain/request';

/** The extension that makes a file a request, as the file has it (".JSON" too), or null for any other file. */
export function requestExtension(fileName: string): string | null {
  const lower = fileName.toLowerCase();
  const extension = requestFileExtensions.find((one) => lower.endsWith(one));
  if (extension === undefined || lower.length === extension.length) return null;
  return fileName.slice(-extension.length);
}

/** What the tree shows for a file: its name without the extension of a request. */
export function requestName(fileName: string): string {
  const extension = requestExtension(fileName);
  return extension === null ? fileName : fileName.slice(0, -extension.length);
}
