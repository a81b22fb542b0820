import type { Severity } from './diagnostic';

interface CodeShape {
  readonly severity: Severity;
  /** Whether the vendor's pages leave the server's reaction open; the message then says so. */
  readonly unconfirmed?: true;
}

const ERROR = { severity: 'error' } as const;
const WARNING = { severity: 'warning' } as const;
const INFO = { severity: 'info' } as const;
const ERROR_U = { severity: 'error', unconfirmed: true } as const;
const WARNING_U = { severity: 'warning', unconfirmed: true } as const;
const INFO_U = { severity: 'info', unconfirmed: true } as const;

/**
 * Every finding that validation can report. The part before the dot is the rule id (R01–R35, or JSON
 * for the text itself, Q01 for the parameters of look-ups, or T01 and T02 for what is known of the target); a code always has the same
 * severity.
 */
export const DIAGNOSTIC_CODES = {
  'JSON.empty': ERROR,
  'JSON.not_object': ERROR,
  'JSON.unexpected': ERROR,
  'JSON.unclosed': ERROR,
  'JSON.trailing_comma': INFO,
  'JSON.missing_comma': ERROR,
  'JSON.bad_escape': ERROR,
  'JSON.bad_character': ERROR,
  'JSON.bad_number': ERROR,
  'JSON.trailing_text': ERROR,
  'JSON.duplicate_key': WARNING,
  'JSON.duplicate_target': ERROR,
  'JSON.lone_surrogate': WARNING,
  'JSON.body_size': ERROR,
  'JSON.body_size_near': WARNING_U,

  'R01.missing': ERROR,
  'R01.empty': ERROR,
  'R01.not_text': ERROR,
  'R02.dashboard_id': WARNING_U,
  'R02.white_space': WARNING_U,
  'R02.form': WARNING_U,
  'R03.not_text': ERROR,
  'R03.empty': ERROR,
  'R03.not_ascii': ERROR,
  'R03.too_long': ERROR,

  'R04.not_object': ERROR,
  'R04.empty_text': WARNING_U,
  'R05.too_large': ERROR,
  'R05.near_limit': WARNING_U,
  'R05.merged': WARNING_U,
  'R06.null': WARNING_U,
  'R06.null_in_context': INFO_U,
  'R06.braces': WARNING,

  'R07.not_boolean': ERROR,
  'R08.with_recipients': ERROR,
  'R08.with_empty_list': WARNING_U,
  'R09.no_target': ERROR,
  'R10.audience_alone': WARNING_U,
  'R11.attachments': ERROR,

  'R12.not_array': ERROR,
  'R12.entry_not_object': ERROR,
  'R12.too_many': ERROR,
  'R13.none': ERROR,
  'R13.phone_only': ERROR,
  'R13.several': ERROR,
  'R13.null_beside': WARNING_U,
  'R14.external_empty': ERROR,
  'R14.external_not_text': ERROR,
  'R14.external_number': WARNING_U,
  'R14.external_long': WARNING_U,
  'R14.control_character': WARNING_U,
  'R14.surrounding_space': INFO,
  'R14.email_form': ERROR,
  'R14.braze_id_form': ERROR,
  'R15.not_object': ERROR,
  'R15.part_missing': ERROR,
  'R15.part_empty': ERROR,
  'R15.part_not_text': ERROR,
  'R15.part_long': ERROR,
  'R16.no_prioritization': ERROR,
  'R16.without_email': WARNING,
  'R17.not_array': ERROR,
  'R17.unknown_value': ERROR,
  'R17.letter_case': ERROR,
  'R17.both_identified': ERROR,
  'R17.tie': WARNING,
  'R17.both_recency': WARNING_U,
  'R17.repeat': WARNING_U,
  'R18.attributes_missing': ERROR,
  'R18.attributes_empty': WARNING,
  'R18.attributes_not_object': ERROR,
  'R18.not_boolean': ERROR,
  'R19.false_with_alias': ERROR,
  'R19.true_with_alias': WARNING_U,

  'R20.inc': ERROR_U,
  'R20.list_operator': ERROR_U,
  'R20.object_operator': ERROR_U,
  'R20.update_parts': ERROR_U,
  'R20.time': ERROR_U,
  'R20.subscription_groups': ERROR_U,
  'R20.subscription_entry': ERROR_U,
  'R20.subscription_id': ERROR_U,
  'R20.subscription_state': ERROR_U,
  'R20.double_opt_in': WARNING,
  'R20.subscribe_value': ERROR_U,
  'R20.location': ERROR_U,
  'R20.push_tokens': ERROR_U,
  'R20.push_token_part': ERROR_U,
  'R20.device_id': ERROR_U,
  'R20.gender': ERROR_U,
  'R20.dob': ERROR_U,
  'R20.email': ERROR_U,
  'R20.not_boolean': WARNING_U,
  'R20.identifier_inside': WARNING_U,
  'R20.letter_case': WARNING,
  'R20.long_array': WARNING,
  'R20.nested_key': INFO,
  'R21.same_user': WARNING,
  'R21.same_address': WARNING_U,

  'R22.not_array': ERROR,
  'R22.entry_not_object': ERROR,
  'R22.part_missing': ERROR,
  'R22.credential': ERROR,
  'R23.type': ERROR,
  'R24.not_absolute': ERROR,
  'R24.no_extension': WARNING,
  'R24.name_with_extension': WARNING,
  'R24.google_drive': WARNING,
  'R24.personal_data': WARNING,
  'R24.secret': WARNING,

  'R25.segment_id': ERROR,
  'R25.api_key': WARNING,
  'R25.context_for_campaign': WARNING,
  'R25.schedule_on_send': WARNING_U,
  'R25.messages_field': WARNING_U,
  'R25.misspelled_field': WARNING_U,
  'R25.unknown_field': WARNING_U,

  'R26.not_object': ERROR,
  'R26.operator': ERROR,
  'R26.operator_case': ERROR,
  'R26.not_list': ERROR,
  'R26.several_keys': ERROR_U,
  'R26.empty_node': ERROR,
  'R26.filter_not_object': ERROR,
  'R26.empty_list': WARNING_U,
  'R27.comparison_missing': ERROR,
  'R27.comparison': ERROR,
  'R27.old_name': WARNING,
  'R28.value_missing': ERROR,
  'R28.value_type': ERROR,
  'R28.date': ERROR,
  'R28.date_only': WARNING_U,
  'R28.subscription_value': ERROR,
  'R28.value_unused': WARNING,
  'R28.days': WARNING_U,
  'R28.regex': WARNING_U,
  'R28.list_unconfirmed': WARNING_U,
  'R28.empty_list': WARNING_U,
  'R29.kind': ERROR,
  'R29.name_missing': ERROR,
  'R29.name_dot': WARNING,

  'R30.canvas_missing': ERROR,
  'R30.canvas_empty': ERROR,
  'R30.canvas_not_text': ERROR,
  'R30.canvas_form': INFO_U,
  'R30.context_not_object': ERROR,
  'R30.context_empty_text': WARNING_U,
  'R30.context_too_large': ERROR,
  'R30.context_near_limit': WARNING_U,
  'R30.context_merged': WARNING_U,
  'R30.old_name': WARNING,
  'R30.both_names': WARNING_U,
  'R30.trigger_properties': WARNING,
  'R30.attachments': WARNING_U,
  'R30.subscription_groups': WARNING,
  'R30.shared_rules': INFO,

  'R31.no_target': ERROR,
  'R31.no_users': ERROR,
  'R31.broadcast_with_users': ERROR,
  'R31.ids_not_texts': ERROR,
  'R31.aliases_not_list': ERROR,
  'R31.segment_not_text': ERROR,
  'R31.too_many': ERROR,
  'R31.recipients': ERROR,
  'R32.messages_missing': ERROR,
  'R32.messages_not_object': ERROR,
  'R32.messages_empty': ERROR,
  'R32.channel': ERROR,
  'R32.channel_not_object': ERROR,
  'R32.campaign_not_text': ERROR,
  'R32.variation_missing': ERROR,
  'R32.subscription_state': ERROR,
  'R32.not_boolean': ERROR,
  'R32.part_missing': INFO,

  'R33.schedule_missing': ERROR,
  'R33.not_object': ERROR,
  'R33.time_missing': ERROR,
  'R33.time_form': ERROR,
  'R33.date_only': WARNING_U,
  'R33.flag': ERROR,
  'R33.zone': WARNING,
  'R33.past': WARNING_U,
  'R34.target_missing': ERROR,
  'R34.schedule_id_missing': ERROR,
  'R34.schedule_id_form': ERROR,
  'R34.schedule_missing': ERROR,
  'R35.campaign_missing': ERROR,
  'R35.campaign_form': ERROR,

  'Q01.missing': ERROR,
  'Q01.type': ERROR,
  'Q01.value': ERROR,

  'T01.is_canvas': WARNING,
  'T01.is_campaign': WARNING,
  'T01.campaign_not_listed': WARNING,
  'T01.canvas_not_listed': WARNING,
  'T01.archived': WARNING,
  'T01.draft': WARNING,
  'T01.disabled': WARNING,
  'T01.api_campaign': WARNING_U,
  'T01.not_api_campaign': WARNING_U,
  'T01.not_triggered': WARNING_U,
  'T01.no_email': WARNING,
  'T02.missing': WARNING,
  'T02.missing_for_recipient': WARNING,
  'T02.merge_unclear': WARNING_U,
  'T02.misspelt': WARNING,
  'T02.unused': INFO,
} as const satisfies Readonly<Record<`${string}.${string}`, CodeShape>>;

/** Key of a finding and of its message. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;

/** A rule that at least one code belongs to: JSON, R01–R35, Q01, T01 or T02. */
export type RuleId = DiagnosticCode extends infer Code
  ? Code extends `${infer Rule}.${string}`
    ? Rule
    : never
  : never;

const ALL: Readonly<Record<DiagnosticCode, CodeShape>> = DIAGNOSTIC_CODES;

/** The rule a code belongs to. */
export function ruleOf(code: DiagnosticCode): RuleId {
  return code.slice(0, code.indexOf('.')) as RuleId;
}

/** The severity of a code. */
export function severityOf(code: DiagnosticCode): Severity {
  return ALL[code].severity;
}

/** Whether a code rests on something the vendor's pages leave open. */
export function isUnconfirmed(code: DiagnosticCode): boolean {
  return ALL[code].unconfirmed === true;
}
