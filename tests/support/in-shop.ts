import { kubectl } from "./kubectl";

/** Runs a command in the container of a WordPress or WooCommerce shop. Returns what it prints. */
export function inShop(name: string, ...command: string[]): Promise<string> {
  return kubectl("exec", "-n", `store-${name}`, `deployment/${name}-shop`, "-c", "shop", "--", ...command);
}

/** Runs PHP in the shop's container, with WordPress loaded. Returns what it prints. */
export function inWordPress(name: string, code: string): Promise<string> {
  return inShop(name, "php", "-r", `require "/var/www/html/wp-load.php"; ${code}`);
}

/** Installs a plugin of the owner's with this code, and activates it without loading it. */
export async function installPlugin(name: string, plugin: string, code: string): Promise<void> {
  const folder = `/var/lib/shop/plugins/${plugin}`;
  const text = `<?php\n/* Plugin Name: ${plugin} */\n${code}\n`;
  await inShop(name, "sh", "-c", 'mkdir -p "$0" && printf %s "$1" > "$0/$2.php"', folder, text, plugin);
  await inWordPress(
    name,
    `update_option("active_plugins", [...get_option("active_plugins"), "${plugin}/${plugin}.php"]);`,
  );
}
