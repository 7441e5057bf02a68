"use client";

import { useEffect } from "react";
import type { Tone } from "../ui/badge";
import { setTabTone } from "./tab-tone";

/**
 * Keeps the tab's title and icon at the live state. The page's own title arrives late on each navigation and describes
 * the state at the time of its request, so it is replaced whenever it changes.
 */
export function LiveTitle({ title, tone }: { title: string; tone: Tone }) {
  useEffect(() => {
    const keep = () => {
      if (document.title !== title) document.title = title;
    };
    keep();
    const observer = new MutationObserver(keep);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [title]);

  useEffect(() => {
    setTabTone(tone);
    return () => setTabTone(null);
  }, [tone]);

  return null;
}
