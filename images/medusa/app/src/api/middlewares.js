const { authenticate, defineMiddlewares } = require("@medusajs/framework/http");
const { isEndedToken } = require("../../setup/ended-tokens");

function refuseEndedTokens(req, res, next) {
  if (isEndedToken(req.headers.authorization)) return res.status(401).json({ message: "Unauthorized" });
  next();
}

exports.default = defineMiddlewares({
  routes: [
    ...["/admin", "/auth", "/static"].map((matcher) => ({ matcher, middlewares: [refuseEndedTokens] })),
    {
      matcher: "/static/:key",
      methods: ["GET"],
      middlewares: [authenticate("user", ["session", "bearer", "api-key"])],
    },
  ],
});
