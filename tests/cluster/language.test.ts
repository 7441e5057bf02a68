import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoreResource } from "@/lib/http/resources/store-resource";
import { inShop, inWordPress } from "../support/in-shop";
import { kubectl } from "../support/kubectl";
import { bestType, createStore, deleteStore, freshName, untilPhase } from "../support/stores";
import { useFollowedApp } from "../support/use-followed-app";
import { visitShop } from "../support/visit-shop";

const followed = useFollowedApp();

/** What PHP prints as JSON, with WordPress loaded. */
async function ask<T>(name: string, code: string): Promise<T> {
  return JSON.parse(await inWordPress(name, `echo json_encode(${code});`)) as T;
}

describe("a site in Germany for which neither language nor time zone was named", () => {
  let store: StoreResource;
  const name = freshName("language");
  const right = freshName("right");

  beforeAll(async () => {
    const { app, events } = followed;
    store = await createStore(app, name, { type: "wordpress", country: "DE" });
    await untilPhase(events, name, "ready");
  });
  afterAll(async () => {
    await deleteStore(followed.app, name);
    await deleteStore(followed.app, right);
  });

  it("has the language, time zone, formats and first day of the week of its country", async () => {
    expect(store.config).toMatchObject({ language: "de_DE", timeZone: "Europe/Berlin" });
    const options = await ask(
      name,
      'array_map("get_option", ["WPLANG", "timezone_string", "date_format", "time_format", "start_of_week"])',
    );
    expect(options).toEqual(["de_DE", "Europe/Berlin", "j. F Y", "H:i", "1"]);
    expect(await ask(name, 'wp_date("j. F Y, H:i", 1772362800)')).toBe("1. März 2026, 12:00");
    expect(await ask(name, "[get_user_locale(1), wp_timezone()->getName()]")).toEqual([
      "de_DE",
      "Europe/Berlin",
    ]);
  });

  it("shows German pages to visitors and at the sign-in", async () => {
    expect((await visitShop(`${store.url}/`)).body).toContain('lang="de');
    const login = await visitShop(`${store.url}/wp-login.php`);
    expect(login.body).toContain("Passwort vergessen?");
    expect(login.body).toContain('value="Anmelden"');
    expect((await visitShop(`${store.url}/sample-page/`)).body).toContain("Beispiel-Seite");
  });

  it("keeps a language that the owner chooses, when its pod restarts", async () => {
    // As the page “Settings → General” saves it.
    await inWordPress(
      name,
      'require_once ABSPATH . "wp-admin/includes/admin.php"; $GLOBALS["pagenow"] = "options.php"; do_action("admin_init");' +
        'update_option("WPLANG", "fr_FR"); update_option("timezone_string", "UTC");',
    );
    expect(await inShop(name, "ls", "/var/lib/shop/languages")).toContain("fr_FR.l10n.php");
    await inShop(name, "php", "/usr/share/storeyard/setup.php");
    expect(await ask(name, '[get_option("WPLANG"), get_option("timezone_string")]')).toEqual([
      "fr_FR",
      "UTC",
    ]);
    expect((await visitShop(`${store.url}/wp-login.php`)).body).toContain("Mot de passe oublié");
  });

  it("keeps a translation of the owner's, also over the image's", async () => {
    const folder = "/var/lib/shop/languages";
    await inShop(name, "sh", "-c", `: > ${folder}/fr_FR.mo`);
    await inShop(name, "php", "/usr/share/storeyard/setup.php");
    const files = await inShop(name, "ls", folder);
    expect(files).not.toContain("\nfr_FR.l10n.php");
    expect(files).toContain("admin-fr_FR.l10n.php");
  });

  it("converts between time zones in its database", async () => {
    const convert = 'CONVERT_TZ("2026-07-01 12:00:00", "UTC", "Europe/Berlin")';
    expect(await ask(name, `$GLOBALS["wpdb"]->get_var('SELECT ${convert}')`)).toBe("2026-07-01 14:00:00");
  });

  it("gets the time-zone tables also if its volume is from before there were any", async () => {
    const pod = `${name}-database-0`;
    const inDatabase = (...command: string[]) =>
      kubectl("exec", "-n", `store-${name}`, pod, "--", "sh", "-c", ...command);
    await inDatabase(
      'mariadb --defaults-file=/etc/mysql/storeyard.cnf -e "TRUNCATE mysql.time_zone_name; TRUNCATE mysql.time_zone" && rm /var/lib/mysql/data/storeyard-time-zones',
    );
    await kubectl("delete", "pod", "-n", `store-${name}`, pod, "--wait=true");
    await expect
      .poll(() => ask(name, `$GLOBALS["wpdb"]->get_var('SELECT CONVERT_TZ(now(), "UTC", "Asia/Kolkata")')`), {
        timeout: 60_000,
        interval: 1_000,
      })
      .toMatch(/^\d{4}-/);
    expect(await kubectl("logs", "-n", `store-${name}`, pod)).toContain("Loading the time zones");
  });

  it("reads HEIC and PDF with ImageMagick, and edits other pictures with GD", async () => {
    const editorOf = (type: string) => ask(name, `_wp_image_editor_choose(["mime_type" => "${type}"])`);
    for (const type of ["image/heic", "application/pdf"]) {
      expect([type, await editorOf(type)]).toEqual([type, "WP_Image_Editor_Imagick"]);
    }
    for (const type of ["image/jpeg", "image/png", "image/webp", "image/avif"]) {
      expect([type, await editorOf(type)]).toEqual([type, "WP_Image_Editor_GD"]);
    }
  });

  it("draws the first page of a PDF", async () => {
    const page = "%%!PS\\n/Helvetica findfont 40 scalefont setfont 72 400 moveto (Lamps) show showpage\\n";
    const pdf = "/tmp/page.pdf";
    await inShop(
      name,
      "sh",
      "-c",
      `printf '${page}' | gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=pdfwrite -o ${pdf} -`,
    );
    const printed = await inWordPress(
      name,
      `$editor = wp_get_image_editor("${pdf}"); $editor->resize(300, 300); $editor->save("/tmp/page.png", "image/png");
      $picture = imagecreatefrompng("/tmp/page.png");
      for ($x = $dark = 0; $x < imagesx($picture); $x++)
        for ($y = 0; $y < imagesy($picture); $y++)
          if ((imagecolorat($picture, $x, $y) & 0xff) < 100) $dark++;
      echo json_encode([imagesx($picture), imagesy($picture), $dark]);`,
    );
    const [width, height, dark] = JSON.parse(printed);
    expect(Math.max(width, height)).toBe(300);
    // The word on it, in a font that the file may lack.
    expect(dark).toBeGreaterThan(50);
  });

  it.each([
    "svg:/tmp/any.svg",
    "mvg:/tmp/any.mvg",
    "ps:/tmp/any.ps",
    "text:/etc/passwd",
    "caption:@/etc/passwd",
  ])("ImageMagick refuses %s", async (source) => {
    await inShop(
      name,
      "sh",
      "-c",
      "echo '<svg xmlns=\"http://www.w3.org/2000/svg\"/>' | tee /tmp/any.svg /tmp/any.mvg /tmp/any.ps > /tmp/any",
    );
    const read = `try { (new Imagick())->readImage("${source}"); echo "read"; } catch (ImagickException $error) { echo $error->getMessage(); }`;
    expect(await inShop(name, "php", "-r", read)).toContain("security policy");
  });

  it("a site in Israel reads from right to left", async () => {
    const { app, events } = followed;
    const site = await createStore(app, right, { type: "wordpress", country: "IL" });
    await untilPhase(events, right, "ready");
    expect((await visitShop(`${site.url}/`)).body).toMatch(/<html dir="rtl" lang="he/);
    expect((await visitShop(`${site.url}/wp-login.php`)).body).toContain("rtl");
  });
});

it.skipIf(bestType() !== "woocommerce")(
  "a shop in Germany has German prices, and its pages are renamed when WooCommerce's translation has come (needs WOOCOMMERCE_ZIP)",
  async () => {
    const { app, events } = followed;
    const name = freshName("laden");
    const store = await createStore(app, name, { country: "DE", currency: "EUR" });
    await untilPhase(events, name, "ready");
    const prices = await ask(
      name,
      '[html_entity_decode(strip_tags(wc_price(1234.5))), get_option("woocommerce_weight_unit")]',
    );
    expect(prices).toEqual(["1.234,50\u00a0€", "kg"]);

    const translation =
      '<?php return ["messages" => ["Page title\x04Cart" => "Warenkorb", "Cash on delivery" => "Nachnahme"]];';
    const file = "/var/lib/shop/languages/plugins/woocommerce-de_DE.l10n.php";
    await inShop(name, "sh", "-c", 'mkdir -p "$(dirname "$0")" && printf %s "$1" > "$0"', file, translation);
    await inWordPress(
      name,
      'wp_update_post(["ID" => wc_get_page_id("checkout"), "post_title" => "Kasse"]); update_option("storeyard_language", "fetched");',
    );
    await inShop(name, "shop-cron");
    expect((await visitShop(`${store.url}/cart/`)).body).toContain("<title>Warenkorb");
    expect(await ask(name, 'get_the_title(wc_get_page_id("checkout"))')).toBe("Kasse");
    expect(await ask(name, 'get_option("woocommerce_cod_settings")["title"]')).toBe("Nachnahme");
    expect(await ask(name, 'get_option("storeyard_language")')).toBe("");
    await deleteStore(app, name);
  },
);
