/** Who settled the readings of this edition: a default that the province confirms, or changes, before a call is published. */
export const settledBy = '省科技厅（演示口径，发布前确认）';
