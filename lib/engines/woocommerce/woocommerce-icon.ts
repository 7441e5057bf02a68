export { ShoppingBag as woocommerceIcon } from "lucide-react";
