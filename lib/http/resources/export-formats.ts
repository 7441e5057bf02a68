/** The content type of each format of an exported list. */
export const exportFormats = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl; charset=utf-8" };
