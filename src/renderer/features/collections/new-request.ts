import { newRequestFile } from '#shared/lib/request-file';
import { defaultEndpoint } from '../../lib/tab-document';

/** The body that a new request begins with. */
export const newBodyText = `{
  "campaign_id": "",
  "recipients": [
    { "external_user_id": "" }
  ]
}`;

/** What a new request begins with: the smallest body that reaches one person once its blanks are filled. */
export function newRequestText(): string {
  return newRequestFile(defaultEndpoint, newBodyText);
}
