/** What the auditor asks of the log; what is empty asks nothing. */
export interface AuditSearch {
  /** User name, or part of a person's name. */
  readonly who: string;
  /** Part of an organisation's name. */
  readonly organisation: string;
  readonly command: string;
  /** A number, or its beginning. */
  readonly subject: string;
  /** Days of Asia/Shanghai, both included. */
  readonly from: string;
  readonly to: string;
  readonly outcome: 'all' | 'done' | 'refused';
  /** Only looks at what is sealed, or at what was filed. */
  readonly looks: boolean;
}
