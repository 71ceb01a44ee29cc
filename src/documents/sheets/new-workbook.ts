import type ExcelJS from 'exceljs';

/** An empty workbook. What makes it is some seven hundred modules, read when the first one is asked for: the server's start need not wait for them. */
export async function newWorkbook(): Promise<ExcelJS.Workbook> {
  const { default: excel } = await import('exceljs');
  return new excel.Workbook();
}
