import { toast } from "sonner";
import { appliedTheme, applyTheme } from "../frame/apply-theme";
import type { Theme } from "../frame/theme";

const labels: Record<Theme, string> = { light: "Light theme", dark: "Dark theme", system: "System theme" };

/** Applies the theme and offers to undo that, since one key press may have chosen it by mistake. */
export function changeTheme(theme: Theme): void {
  const previous = appliedTheme();
  if (theme === previous) return;
  applyTheme(theme);
  toast(`${labels[theme]} applied`, { action: { label: "Undo", onClick: () => applyTheme(previous) } });
}
