import type { SampleCanvas } from './catalogue';

/** Canvases read the values of the call from `context`. */
export const sampleCanvases: readonly SampleCanvas[] = [
  {
    id: 'e3a90f57-20bc-6d18-a4f2-9c51d07b8e66',
    name: 'Onboarding',
    description: 'First week of a new customer.',
    createdAt: '2025-04-07T08:00:12+00:00',
    updatedAt: '2026-07-15T13:20:00+00:00',
    firstSent: '2025-04-14T07:00:00+00:00',
    lastSent: '2026-09-01T18:30:26+00:00',
    archived: false,
    draft: false,
    enabled: true,
    tags: ['onboarding'],
    channels: ['email', 'apple_push'],
    steps: [
      {
        id: '58b0d7e4-1fa9-c236-9d4e-a70c3f6b8152',
        name: 'First day',
        nextStepIds: ['c1f93a60-8e2d-7b54-0f6a-d25e9b4c7381'],
        channels: ['email'],
        messages: {
          '0e7a52c9-d48f-31b6-a8e5-63f1d90b2c74': {
            channel: 'email',
            subject: 'Your {{context.${plan_name}}} plan is ready',
            body: '<p>Start here: {{context.${start_url}}}</p>',
            from: 'Sample shop <shop@example.org>',
          },
        },
      },
      {
        id: 'c1f93a60-8e2d-7b54-0f6a-d25e9b4c7381',
        name: 'Reminder',
        nextStepIds: [],
        channels: ['apple_push'],
        messages: {
          '92d4f8b1-7c06-e5a3-1b9d-f04a8e63c527': {
            channel: 'apple_push',
            title: 'Still there',
            alert: '{{context.${steps_left}}} steps left in {{context.${plan_name}}}',
          },
        },
      },
    ],
  },
  {
    id: '2f6ca81d-9b30-e754-c8f1-05d7b3e94a62',
    name: 'Loyalty',
    description: 'Paused until the new tiers are there.',
    createdAt: '2024-09-30T07:11:59+00:00',
    updatedAt: '2026-04-01T06:00:00+00:00',
    firstSent: '2024-10-01T06:00:00+00:00',
    lastSent: '2026-03-31T21:14:08+00:00',
    archived: false,
    draft: false,
    enabled: false,
    tags: ['loyalty'],
    channels: ['email'],
    steps: [
      {
        id: 'd80e5b29-46f3-a17c-e2d0-7c9b14f8a635',
        name: 'Tier reached',
        nextStepIds: [],
        channels: ['email'],
        messages: {
          '7b3c1e90-f5a8-42d6-90c7-e8d1a45f2b69': {
            channel: 'email',
            subject: 'You reached {{context.${tier}.${name}}}',
            body: '<p>{{context.${tier}.${benefits}[0]}}</p>',
            from: 'Sample shop <shop@example.org>',
          },
        },
      },
    ],
  },
  {
    id: 'a94d07f3-5ec8-1b62-f7a0-3e86c2d9b415',
    name: 'Summer 2024',
    description: 'Over.',
    createdAt: '2024-05-13T11:00:00+00:00',
    updatedAt: '2024-09-16T09:30:00+00:00',
    firstSent: '2024-06-01T08:00:00+00:00',
    lastSent: '2024-08-31T08:00:00+00:00',
    archived: true,
    draft: false,
    enabled: false,
    tags: ['sale'],
    channels: ['sms'],
    steps: [
      {
        id: '6f21c9e7-b80d-4a53-8c1f-d47e0a95b3f2',
        name: 'Code',
        nextStepIds: [],
        channels: ['sms'],
        messages: {
          'e60b94d2-3a7f-c815-5d92-1b8f7c04a6e3': {
            channel: 'sms',
            body: 'Your code: {{context.${code}}}',
          },
        },
      },
    ],
  },
  {
    id: 'b85e2d90-f16a-47c3-8d2b-60a9e4f7c138',
    name: 'Referral',
    description: 'Not launched yet.',
    createdAt: '2026-07-06T09:00:00+00:00',
    updatedAt: '2026-07-20T15:45:12+00:00',
    firstSent: null,
    lastSent: null,
    archived: false,
    draft: true,
    enabled: false,
    tags: [],
    channels: ['email'],
    steps: [
      {
        id: '1c94f7b3-60de-82a5-f3e7-5b08d2a9c641',
        name: 'Invitation',
        nextStepIds: [],
        channels: ['email'],
        messages: {
          '4b70e8d2-9a15-c6f3-27b8-d1e09c5f3a84': {
            channel: 'email',
            subject: '{{context.${friend} | default: "A friend"}} thinks of you',
            body: '<p>{{context.${link}}}</p>',
            from: 'Sample shop <shop@example.org>',
          },
        },
      },
    ],
  },
];
