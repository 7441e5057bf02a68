export { Globe as wordpressIcon } from "lucide-react";
