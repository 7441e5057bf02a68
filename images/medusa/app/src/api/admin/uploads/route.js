const { uploadFilesWorkflow } = require("@medusajs/medusa/core-flows");

/**
 * Stores uploads as Medusa does, except for CSV files: the admin uploads the file of an import here, and Medusa would serve
 * it to anyone who knows its name.
 */
exports.POST = async function POST(req, res) {
  const files = (req.files ?? []).map(({ originalname, mimetype, buffer }) => ({
    filename: originalname,
    mimeType: mimetype,
    content: buffer.toString("base64"),
    access: mimetype === "text/csv" || /\.csv$/i.test(originalname) ? "private" : "public",
  }));
  if (files.length === 0) return res.status(400).json({ message: "No files were uploaded." });
  const { result } = await uploadFilesWorkflow(req.scope).run({ input: { files } });
  res.json({ files: result });
};
