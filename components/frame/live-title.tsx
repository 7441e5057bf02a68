"use client";

import { useEffect } from "react";
import type { Tone } from "../ui/badge";
import { stateIcon } from "./state-icon";

/**
 * Title and icon of the browser tab, kept against the page's own title, which arrives later on each navigation
 * and knows only what was so when it was asked for.
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
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (link === null) return;
    const plain = link.href;
    link.href = stateIcon(tone);
    return () => {
      link.href = plain;
    };
  }, [tone]);

  return null;
}
