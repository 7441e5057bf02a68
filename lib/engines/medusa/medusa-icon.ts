export { Store as medusaIcon } from "lucide-react";
