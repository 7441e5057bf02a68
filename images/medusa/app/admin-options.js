/** The path of the admin's pages. They call the API at their own address. */
module.exports = { backendUrl: "/", path: "/app", maxUploadFileSize: 16 * 1024 * 1024 };
