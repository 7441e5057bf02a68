const { Modules } = require("@medusajs/framework/utils");

/** The order of this number, for whoever knows the e-mail address that it was placed with. */
exports.POST = async function POST(req, res) {
  const { number, email } = req.body ?? {};
  const displayId = Number(number);
  const isAsked =
    Number.isSafeInteger(displayId) && displayId > 0 && typeof email === "string" && email !== "";
  const [order] = isAsked
    ? await req.scope
        .resolve(Modules.ORDER)
        .listOrders({ display_id: displayId, email: email.trim().toLowerCase() }, { select: ["id"], take: 1 })
    : [];
  if (!order) return res.status(404).json({ message: "There is no such order." });
  res.json({ id: order.id });
};
