const { Modules } = require("@medusajs/framework/utils");

/** Finds an order by its number and the buyer's e-mail address. */
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
