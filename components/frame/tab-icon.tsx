"use client";

import { useSyncExternalStore } from "react";
import { stateIcon } from "./state-icon";
import { readTabTone, subscribeToTabTone } from "./tab-tone";

/**
 * The one icon link of every page. React owns it and renders it from the current tone, so nothing has to change the DOM
 * behind the framework's back. The metadata must not declare an icon: that would add a second link.
 */
export function TabIcon() {
  const tone = useSyncExternalStore(subscribeToTabTone, readTabTone, () => null);
  return <link rel="icon" href={tone === null ? "/icon.svg" : stateIcon(tone)} />;
}
