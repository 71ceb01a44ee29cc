/**
 * notBackup: some other file. newer: made by a newer release. truncated: it ends too soon. altered: bytes are not those that were
 * written. sealed: it needs a passphrase. unsealed: it has none, where one was given. wrongPassphrase: not the one it was sealed with. notEmpty: the database holds
 * something. different: what was loaded reads back differently. audit: the restored chain is not whole.
 */
export type BackupFaultCode = 'notBackup' | 'newer' | 'truncated' | 'altered' | 'sealed' | 'unsealed' | 'wrongPassphrase' | 'notEmpty' | 'different' | 'audit';

/** A backup cannot be used, or not here; `where` names the place: a byte of the file, a table, a migration. */
export class BackupFault extends Error {
  readonly code: BackupFaultCode;
  readonly where: string;

  constructor(code: BackupFaultCode, where = '') {
    super(`backup: ${code} ${where}`);
    this.name = 'BackupFault';
    this.code = code;
    this.where = where;
  }
}
