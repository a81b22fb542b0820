import { requestFileExtensions } from '#shared/domain/request';
import { suiteFileExtensions } from '#shared/domain/suite';

/** The longer ones first, since they end like the others. */
const extensions = [...suiteFileExtensions, ...requestFileExtensions];

/** Whether a file's name says that it is a suite of a request's cases. */
export function isSuiteFile(fileName: string): boolean {
  const extension = requestExtension(fileName)?.toLowerCase();
  return suiteFileExtensions.some((one) => one === extension);
}

/** The extension that makes a file a request or a suite, as the file has it (".JSON" too), or null for any other file. */
export function requestExtension(fileName: string): string | null {
  const lower = fileName.toLowerCase();
  const extension = extensions.find((one) => lower.endsWith(one) && lower.length > one.length);
  if (extension === undefined) return null;
  return fileName.slice(-extension.length);
}

/** What the tree shows for a file: its name without the extension of a request. */
export function requestName(fileName: string): string {
  const extension = requestExtension(fileName);
  return extension === null ? fileName : fileName.slice(0, -extension.length);
}
