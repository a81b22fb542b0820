export const sendConfirmation = {
  title: {
    segment: 'Send to everyone in the segment?',
    audience: 'Send to an audience?',
    recipients: 'Send to {environment}?',
    none: 'Send this request?',
  },
  production: 'PRODUCTION',
  facts: {
    campaign: 'Campaign',
    canvas: 'Canvas',
    noTarget: 'No id in the body',
    request: 'Request',
    environment: 'Environment',
    host: 'Host',
    reach: 'Who will be reached',
  },
  warning: {
    segment: 'How many people that is, only Braze knows. A send cannot be called back.',
    audience: 'How many people that is, only Braze knows. A send cannot be called back.',
    production: 'Real people are behind this environment. A send cannot be called back.',
  },
  type: {
    blast_radius: 'Type {phrase} to confirm who will be reached',
    production: 'Type {phrase} to confirm the environment',
    or: 'or',
    copy: 'Copy {phrase}',
    copied: 'Copied',
    match: 'Matches',
    mismatch: 'Does not match yet',
  },
  progress: '{done} of {total} confirmations match.',
  ready: 'All confirmations match. Send is available.',
  send: 'Send',
  sendTo: 'Send to {environment}',
  cancel: 'Cancel',
  keys: 'Esc cancels. Enter does not send: use the button, by mouse or with the space bar.',
  blocks: {
    broken_json: 'The body is not valid JSON: line {line}, column {column}.',
    broken_jsonHelp: 'Look for a missing comma, bracket or quotation mark just before that place.',
    illegal_body:
      'The body breaks a rule of the endpoint: {rules}. | The body breaks {count} rules of the endpoint: {rules}.',
    illegal_bodyHelp: 'The editor marks each place and says how to put it right.',
    unresolved_variables: 'No value for {names}.',
    unresolved_variablesHelp:
      'Give each one a value in the request’s variables or in the environment, or correct the spelling.',
    variable_not_json: 'The value of {names} is not JSON, though its kind is JSON.',
    variable_not_jsonHelp: 'Correct the value, or set the variable’s kind to Text.',
    too_large: 'The body has {size}; at most {limit} are allowed.',
    too_largeHelp: 'Split the recipients over several requests or shorten the properties.',
    not_test_users:
      '1 recipient is not among this environment’s test users: {identifiers}. | {count} recipients are not among this environment’s test users: {identifiers}.',
    not_test_usersHelp:
      'Remove these recipients, add them to the environment’s test users, or choose another environment.',
    wider_than_test_users:
      'This would reach more than named recipients, and the environment allows only its test users.',
    wider_than_test_usersHelp:
      'Name the recipients instead of a broadcast or an audience, or choose another environment.',
    host_invalid: '{host} is not a host that may be sent to.',
    host_invalidHelp: 'Choose the workspace’s cluster in the environment, or correct the address.',
    secret_missing: 'This environment has no API key.',
    secret_missingHelp: 'Store the key in the environment.',
    secret_locked: 'The keychain is locked, so the key cannot be read.',
    secret_lockedHelp: 'Unlock the keychain in your system and send again.',
    secret_unavailable: 'There is no keychain, so there is no key.',
    secret_unavailableHelp:
      'Start the system’s keychain service, or keep a key for this session in the environment.',
    confirmation_blast_radius: 'Who will be reached was not confirmed.',
    confirmation_production: 'The production environment was not confirmed.',
    confirmationHelp: 'Send again and type what the dialog asks for.',
    key_in_body: 'There is an API key in the body.',
    key_in_bodyHelp:
      'Take it out: the key is added as the request leaves, and must not stand in a saved file.',
    more: 'and 1 more | and {count} more',
    openEnvironment: 'Open environment',
    showInEditor: 'Show in editor',
  },
};
