"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

/** Closer to the end than this counts as at the end. */
const nearPx = 40;

interface FollowedEnd {
  box: RefObject<HTMLElement | null>;
  /** The box's content, whose height is watched. */
  content: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
}

/**
 * Keeps the end of a scrolling box in view while `following`. It ends when the user scrolls up, and begins again at the
 * end. `shown` is what the content is made of.
 */
export function useFollowEnd(
  following: boolean,
  setFollowing: (following: boolean) => void,
  shown: unknown,
  hasContent: boolean,
): FollowedEnd {
  const box = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const last = useRef({ top: 0, height: 0 });

  // New lines move the end.
  useLayoutEffect(() => {
    if (following) scrollToEnd(box.current);
  }, [following, shown]);

  // On a phone the box starts below the fold. Its first lines, and every return to the end, bring it into view.
  useEffect(() => {
    if (following && hasContent) box.current?.scrollIntoView({ block: "nearest" });
  }, [following, hasContent]);

  // Lines that turn out to be higher than estimated, as wrapped ones on a phone, and a box that changes its size move it too.
  useEffect(() => {
    if (!following) return;
    const observer = new ResizeObserver(() => scrollToEnd(box.current));
    for (const element of [box.current, content.current]) if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [following]);

  function onScroll() {
    const element = box.current;
    if (element === null) return;
    const { scrollTop: top, scrollHeight: height, clientHeight } = element;
    // Content that shrinks moves the position up as well: that was not the user.
    const movedUp = top < last.current.top && height >= last.current.height;
    if (height - top - clientHeight < nearPx) setFollowing(true);
    else if (movedUp) setFollowing(false);
    last.current = { top, height };
  }

  return { box, content, onScroll };
}

function scrollToEnd(box: HTMLElement | null): void {
  if (box) box.scrollTop = box.scrollHeight;
}
