export { setApp as serveWith } from "@/lib/get-app";
