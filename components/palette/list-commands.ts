import {
  Activity,
  BookOpen,
  Boxes,
  ChartNoAxesCombined,
  Gauge,
  LayoutGrid,
  LogOut,
  Monitor,
  Moon,
  Plus,
  ScrollText,
  Server,
  Settings,
  Sun,
  UserRound,
  Users,
} from "lucide-react";
import { signOut } from "@/components/frame/sign-out";
import type { Theme } from "../frame/theme";
import type { Command } from "./command";

interface CommandOptions {
  isAdmin: boolean;
  /** Name of the store whose page is open. */
  store: string | null;
  onTheme: (theme: Theme) => void;
}

const storePages: { segment: string; label: string; Icon: Command["Icon"] }[] = [
  { segment: "", label: "Overview", Icon: LayoutGrid },
  { segment: "/activity", label: "Activity", Icon: Activity },
  { segment: "/logs", label: "Logs", Icon: ScrollText },
  { segment: "/settings", label: "Settings", Icon: Settings },
  { segment: "/kubernetes", label: "Kubernetes", Icon: Boxes },
];

/** Every page and action that this user can reach from this page. */
export function listCommands({ isAdmin, store, onTheme }: CommandOptions): Command[] {
  return [
    ...storePages.flatMap(({ segment, label, Icon }): Command[] =>
      store === null
        ? []
        : [
            {
              id: `store${segment}`,
              group: "This store",
              label,
              note: store,
              Icon,
              href: `/stores/${store}${segment}`,
            },
          ],
    ),
    {
      id: "new",
      group: "Actions",
      label: "New store",
      keywords: "create add shop",
      Icon: Plus,
      href: "/stores/new",
    },
    { id: "stores", group: "Go to", label: "Stores", keywords: "home list", Icon: LayoutGrid, href: "/" },
    {
      id: "insights",
      group: "Go to",
      label: "Insights",
      keywords: "charts statistics failures time",
      Icon: ChartNoAxesCombined,
      href: "/insights",
    },
    {
      id: "account",
      group: "Go to",
      label: "Account settings",
      keywords: "password sessions tokens profile",
      Icon: UserRound,
      href: "/account",
    },
    ...(isAdmin ? adminCommands : []),
    {
      id: "docs",
      group: "Go to",
      label: "API docs",
      keywords: "openapi reference",
      Icon: BookOpen,
      run: () => window.location.assign("/api/docs"),
    },
    {
      id: "light",
      group: "Appearance",
      label: "Light",
      keywords: "theme",
      Icon: Sun,
      run: () => onTheme("light"),
    },
    {
      id: "dark",
      group: "Appearance",
      label: "Dark",
      keywords: "theme night",
      Icon: Moon,
      run: () => onTheme("dark"),
    },
    {
      id: "system",
      group: "Appearance",
      label: "System",
      keywords: "theme auto colours",
      Icon: Monitor,
      run: () => onTheme("system"),
    },
    {
      id: "sign-out",
      group: "Actions",
      label: "Sign out",
      keywords: "log out signOut",
      Icon: LogOut,
      run: () => void signOut(),
    },
  ];
}

const adminCommands: Command[] = [
  {
    id: "plans",
    group: "Go to",
    label: "Plans",
    keywords: "limits quota",
    Icon: Gauge,
    href: "/plans",
  },
  {
    id: "audit",
    group: "Go to",
    label: "Audit log",
    keywords: "history actor",
    Icon: ScrollText,
    href: "/audit",
  },
  {
    id: "accounts",
    group: "Go to",
    label: "Accounts",
    keywords: "users people invite",
    Icon: Users,
    href: "/accounts",
  },
  {
    id: "cluster",
    group: "Go to",
    label: "Cluster",
    keywords: "nodes capacity kubernetes",
    Icon: Server,
    href: "/cluster",
  },
];
