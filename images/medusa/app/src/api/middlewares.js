const { authenticate, defineMiddlewares } = require("@medusajs/framework/http");
const { isEndedToken } = require("../../setup/ended-tokens");
const { isPrivate } = require("../private-files");

function refuseEndedTokens(req, res, next) {
  if (isEndedToken(req.headers.authorization)) return res.status(401).json({ message: "Unauthorized" });
  next();
}

const authenticateUser = authenticate("user", ["session", "bearer", "api-key"]);

/** Other names are those of missing public files. */
function authenticateForPrivateFiles(req, res, next) {
  return isPrivate(req.params.key) ? authenticateUser(req, res, next) : next();
}

exports.default = defineMiddlewares({
  routes: [
    ...["/admin", "/auth", "/static"].map((matcher) => ({ matcher, middlewares: [refuseEndedTokens] })),
    { matcher: "/static/:key", methods: ["GET"], middlewares: [authenticateForPrivateFiles] },
  ],
});
