/** What was dropped from a curl command, or is odd about it, as codes; people's words belong to the page. */
export const curlNotes = [
  // not read, because it is not in the text
  'file_reference', // a body or header in a file
  'stdin_reference', // a body from another program
  'shell_expansion', // $NAME, %NAME%, $(…): kept as written
  'address_variable', // the address starts with a variable
  // dropped
  'unknown_option',
  'missing_value', // an option at the end without its value
  'several_urls', // all but the first
  'several_commands', // all but the first
  'next_request', // what follows --next
  'text_ignored', // text around the command
  'form_data', // -F
  'other_credentials', // a user and password, a certificate, an Authorization that is not Bearer
  'cookies',
  'rerouted', // a proxy, --resolve, --connect-to and the like
  // the key
  'key_placeholder', // only a stand-in where the key belongs
  'several_keys', // all but the first
  'key_in_url', // api_key in the query: taken out
  'key_in_body', // api_key, or the key itself, in the body: left there
  // odd
  'insecure', // -k
  'scheme_added', // an address without https://
  'not_https',
  'get_with_body',
  'method_differs', // from the one the endpoint wants
  'unclosed_heredoc',
  'loose_continuation', // blanks behind the sign that continues a line
  'typographic_characters', // curly quotes, long dashes, fixed spaces
] as const;

/** One of those codes. */
export type CurlNote = (typeof curlNotes)[number];
