export const answer = {
  title: 'Answer',
  empty: 'The answer to this request will appear here.',
  time: 'Time',
  size: 'Size',
  copyId: 'Copy dispatch_id',
  parts: 'Parts of the answer',
  tabs: {
    answer: 'Answer',
    headers: 'Headers',
    sent: 'As sent',
    timeline: 'Timeline',
  },
  noHeaders: 'No headers.',
  noTimeline: 'No times were recorded.',
  step: 'Step',
  took: 'Took',
  at: 'After',
  share: 'Share of the time',
  value: 'Value',
  steps: {
    checked: 'Passed the gate',
    waited: 'Waited for its turn',
    recorded: 'Recorded in the history',
    sent: 'Sent',
    headers: 'Headers received',
    answered: 'Answer received',
    ended: 'Ended',
  },
  progress: {
    waiting: 'Waiting for its turn',
    sent: 'Sent, waiting for the answer',
    answering: 'Receiving the answer, {size} so far',
    cancelling: 'Cancelling',
  },
  blockedTitle: 'Blocked. Nothing left this computer.',
  notSent: 'Nothing was sent.',
  serverSays: 'The server says:',
  moreErrors: 'and {count} more error | and {count} more errors',
  neverLeft: 'It never left, so there is no answer.',
  noAnswer: 'No answer came back.',
  emptyBody: 'The answer has no body.',
  large: 'The answer has {size}. Showing it may take a moment.',
  reveal: 'Show',
  saveToFile: 'Save to file',
  savedTo: 'Saved to {file}',
  http: {
    '400': {
      cause: 'The server refused the body.',
      next: 'Read its message, correct the body and send again. Nobody was reached.',
    },
    '401': {
      cause: 'The key was not recognised.',
      next: 'The key is wrong, belongs to another workspace, or the cluster is not the workspace’s. Check the key in the environment’s settings.',
    },
    '403': {
      cause: 'The key is not allowed to do this.',
      next: 'Give the key the permission of this endpoint in the Braze dashboard, or check that the plan and the allowed IP addresses fit.',
    },
    '404': {
      cause: 'There is nothing at this address.',
      next: 'Check the endpoint and the environment’s REST host; a dashboard address does not answer here.',
    },
    '413': {
      cause: 'The body is too large.',
      next: 'Keep it under 4 MB: fewer recipients to a call, or smaller properties.',
    },
    '415': {
      cause: 'The server did not take the content type.',
      next: 'A proxy may have changed the headers. Compare them under “As sent”.',
    },
    '429': {
      cause: 'The workspace’s quota is used up for now.',
      next: 'Nothing was sent. Wait until the quota meter says that the window is renewed, then send again.',
    },
    '502': {
      cause: 'A gateway could not reach the server.',
      next: 'The call failed before it was handled. Send again in a moment.',
    },
    '503': {
      cause: 'The server had no capacity.',
      next: 'Whether the call was handled is not said. Look for the dispatch in Braze before sending again.',
    },
    '504': {
      cause: 'The server did not answer its gateway in time.',
      next: 'The call may have been handled. Look for the dispatch in Braze before sending again.',
    },
    '4xx': {
      cause: 'The server refused the call.',
      next: 'Read its message. Sending the same again will be refused again.',
    },
    '5xx': {
      cause: 'The server failed.',
      next: 'Whether the call was handled is not said. Look for the dispatch in Braze before sending again.',
    },
  },
  failure: {
    cancelled_before: {
      cause: 'Cancelled before it was sent.',
      next: 'Nothing left this computer. Sending again is safe.',
    },
    quota: {
      cause: 'The quota of this window is used up, as counted here.',
      next: 'Nothing was sent. Wait until the window is renewed, then send again.',
    },
    refused_connection: {
      cause: 'The host refused the connection.',
      next: 'Nothing was sent. Check the address in the environment’s settings, or restart the sandbox.',
    },
    name_not_resolved: {
      cause: 'The host’s name is unknown.',
      next: 'Nothing was sent. Check the address and the network connection.',
    },
    tls: {
      cause: 'No secure connection could be made.',
      next: 'Nothing was sent. A proxy with its own certificate or a wrong clock are the usual reasons.',
    },
    unreachable: {
      cause: 'The network does not reach the host.',
      next: 'Nothing was sent. Check the network, VPN and firewall.',
    },
    proxy: {
      cause: 'The proxy did not let it through.',
      next: 'Nothing was sent. Check the system’s proxy settings.',
    },
    cancelled: {
      cause: 'Cancelled after it had left.',
      next: 'It may have been accepted. Look for the dispatch in Braze before sending again.',
    },
    timeout: {
      cause: 'No answer within the time allowed.',
      next: 'It may have been accepted. Look for the dispatch in Braze before sending again; a longer time can be set in the environment.',
    },
    dropped: {
      cause: 'The connection ended before the whole answer was here.',
      next: 'It may have been accepted. Look for the dispatch in Braze before sending again.',
    },
    redirect: {
      cause: 'The host answered with a redirect, which is not followed.',
      next: 'The address is not a REST host. Correct it in the environment’s settings.',
    },
    crash: {
      cause: 'The app ended between sending and the answer.',
      next: 'It may have been accepted. Look for the dispatch in Braze before sending again.',
    },
    other: {
      cause: 'The call failed in an unexpected way.',
      next: 'It may have left. Look for the dispatch in Braze before sending again.',
    },
  },
  problem: {
    empty: 'Accepted, but the answer is empty.',
    not_json: 'Accepted, but the answer is no JSON.',
    not_object: 'Accepted, but the answer is no JSON object.',
    too_large: 'Accepted, but the answer is larger than what is kept.',
    bad_text: 'Accepted, but the answer holds broken text.',
    cut: 'Accepted, but the answer broke off.',
    next: 'This is not how Braze answers. Check that the environment’s address is the REST host itself.',
  },
  minor: {
    notice: {
      cause: 'Accepted, but the campaign or Canvas is not running, so nobody is reached.',
      next: 'Resume or unarchive it in the Braze dashboard, then send again.',
    },
    errors: {
      cause: 'Accepted, with errors for some of it.',
      next: 'What an error names does not go out; the rest does. Correct those parts and send them alone.',
    },
    odd: {
      cause: 'Accepted, with something unusual in the answer.',
      next: 'Read the answer before relying on it.',
    },
  },
  queued: {
    cause: 'Taken in, to be handled later.',
    next: 'Braze was under maintenance. It will be handled when that is over; do not send again.',
  },
};
