/** The columns that the views know by name. All others are shown by what the descriptor says of them. */

export interface Document {
  readonly document_id: string;
  readonly title: string;
  readonly title_hant: string;
  readonly issuers: readonly string[];
  readonly announced_on: string | null;
  readonly document_number: string | null;
  readonly source: string | null;
  readonly source_files: readonly string[];
  readonly raw_chars: number;
  readonly clean_chars: number;
  readonly set_aside_chars: number;
  readonly is_partial: boolean;
  readonly witness_chars: number;
  /** Kind and level are null in releases that do not tell them. */
  readonly kind: string | null;
  readonly level: string | null;
}

export interface Section {
  readonly section_id: string;
  readonly document_id: string;
  readonly parent_id: string | null;
  readonly level: string;
  readonly depth: number;
  readonly label: string;
  readonly title: string;
  readonly title_hant: string;
  readonly path: string;
  readonly position: number;
  readonly is_implied: boolean;
}

export interface Paragraph {
  readonly paragraph_id: string;
  readonly section_id: string;
  readonly position: number;
  readonly kind: string;
  readonly lead: string | null;
  readonly text: string;
  readonly text_hant: string;
}

/** Something that stands at a place in a paragraph's text, in code points. */
export interface Spanned {
  readonly paragraph_id: string | null;
  readonly start_char: number | null;
  readonly end_char: number | null;
}

export interface Task extends Spanned {
  readonly task_id: string;
  readonly document_id: string;
  readonly section_id: string;
  readonly paragraph_id: string;
  readonly position: number;
  readonly kind: string;
  readonly theme: string | null;
  readonly text: string;
  readonly modality: string;
  readonly actors: readonly string[];
  readonly beneficiaries: readonly string[];
  readonly start_char: number;
  readonly end_char: number;
}

export interface Action {
  readonly action_id: string;
  readonly task_id: string;
  readonly verb: string;
  readonly object: string;
  readonly text: string;
  readonly role: string;
  readonly modality: string;
  readonly start_char: number;
  readonly end_char: number;
}

export interface Target {
  readonly target_id: string;
  readonly document_id: string;
  readonly task_id: string;
  readonly kind: string;
  readonly comparator: string;
  readonly value: number | null;
  readonly value_to: number | null;
  readonly unit: string | null;
  readonly unit_printed: string | null;
  readonly year: number | null;
  readonly indicator: string | null;
  readonly text: string;
  readonly start_char: number;
  readonly end_char: number;
  readonly direction: string | null;
  readonly binding: string | null;
}

export interface Entity {
  readonly entity_id: string;
  readonly type: string;
  readonly name: string;
  readonly name_hant: string;
  readonly aliases: readonly string[];
  readonly admin_code: string | null;
  readonly mention_count: number;
  readonly document_count: number;
}

export interface Mention extends Spanned {
  readonly mention_id: string;
  readonly document_id: string;
  readonly entity_id: string;
  readonly section_id: string;
  readonly paragraph_id: string;
  readonly task_id: string | null;
  readonly surface: string;
}

export interface Responsibility {
  readonly responsibility_id: string;
  readonly task_id: string;
  readonly body: string;
  readonly part: string;
  readonly deadline: string | null;
}

export interface Correction extends Spanned {
  readonly correction_id: string;
  readonly document_id: string;
  readonly raw_start: number;
  readonly raw_end: number;
  readonly before: string;
  readonly after: string;
  readonly category: string;
  readonly evidence: string;
  readonly rule: string;
  readonly reason: string;
  readonly source: string;
}

export interface Suspect extends Spanned {
  readonly suspect_id: string;
  readonly document_id: string;
  readonly raw_start: number;
  readonly raw_end: number;
  readonly text: string;
  readonly suggestion: string | null;
  readonly reason: string;
  readonly detector: string;
  readonly score: number | null;
}

export interface Line {
  readonly line: number;
  readonly source_file: string;
  readonly text: string;
  readonly raw_start: number;
  readonly raw_end: number;
  readonly kind: string;
  readonly block: number | null;
  readonly reading_position: number | null;
  readonly joins_previous: boolean;
  readonly section_id: string | null;
  readonly paragraph_id: string | null;
}

export interface LineBox {
  readonly line: number;
  readonly page: number;
  readonly box_left: number | null;
  readonly box_top: number | null;
  readonly box_right: number | null;
  readonly box_bottom: number | null;
}

export interface Break {
  readonly after_line: number;
  readonly before_line: number;
  readonly evidence: string;
  readonly confidence: number;
}
