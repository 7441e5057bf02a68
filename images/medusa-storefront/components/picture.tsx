import { picturePath } from "../lib/picture-path";

interface PictureProps {
  url: string | null;
  alt: string;
  /** Whether it is visible without scrolling: such pictures load first. */
  first?: boolean;
  className?: string;
}

/** A square picture; an empty field for a product without one. */
export function Picture({ url, alt, first = false, className = "" }: PictureProps) {
  if (url === null) return <div className={`aspect-square bg-sunken ${className}`} />;
  return (
    <img
      src={picturePath(url)}
      alt={alt}
      width={1200}
      height={1200}
      loading={first ? "eager" : "lazy"}
      fetchPriority={first ? "high" : "auto"}
      decoding="async"
      className={`aspect-square w-full bg-sunken object-cover ${className}`}
    />
  );
}
