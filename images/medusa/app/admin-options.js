/** Where the admin's pages are, and that they ask the address that they come from. */
module.exports = { backendUrl: "/", path: "/app", maxUploadFileSize: 16 * 1024 * 1024 };
