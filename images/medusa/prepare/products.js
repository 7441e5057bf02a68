const url = (name) => `http://prepare.storeyard.invalid/static/${name}.webp`;

/** Builds a product with one variant for each value of its option: [value, SKU, price, picture]. */
function product({ title, handle, subtitle, description, option, pictures, variants }) {
  return {
    title,
    handle,
    subtitle,
    description,
    thumbnail: url(pictures[0]),
    images: pictures.map((name) => ({ url: url(name) })),
    options: [{ title: option, values: variants.map(([value]) => value) }],
    variants: variants.map(([value, sku, amount, picture]) => ({
      title: value,
      sku,
      thumbnail: url(picture ?? pictures[0]),
      manage_inventory: true,
      options: { [option]: value },
      prices: [{ currency_code: "usd", amount }],
    })),
  };
}

exports.products = [
  product({
    title: "Stoneware mug",
    handle: "stoneware-mug",
    subtitle: "Wheel-thrown, 320 ml",
    description:
      "Thrown on the wheel and glazed by hand, so each mug is slightly different. Thin rim, comfortable handle, dishwasher safe.",
    option: "Glaze",
    pictures: ["stoneware-mug-clay", "stoneware-mug-sage"],
    variants: [
      ["Clay", "MUG-CLAY", 24],
      ["Sage", "MUG-SAGE", 24, "stoneware-mug-sage"],
    ],
  }),
  product({
    title: "Dome lamp",
    handle: "dome-lamp",
    subtitle: "Spun steel, for table and shelf",
    description:
      "A shade of spun steel on a slim stem, powder-coated outside and warm white inside. It lights the table below it without glare. Takes an E14 bulb.",
    option: "Colour",
    pictures: ["dome-lamp-ochre", "dome-lamp-ink"],
    variants: [
      ["Ochre", "LAMP-OCHRE", 89],
      ["Ink", "LAMP-INK", 89, "dome-lamp-ink"],
    ],
  }),
  product({
    title: "Beeswax candles",
    handle: "beeswax-candles",
    subtitle: "A pair, cast by hand",
    description:
      "Pure beeswax with a cotton wick. They burn slowly and evenly, and smell faintly of honey. Trim the wick from time to time.",
    option: "Height",
    pictures: ["beeswax-candles"],
    variants: [
      ["Short", "CANDLE-SHORT", 18],
      ["Tall", "CANDLE-TALL", 26],
    ],
  }),
];
