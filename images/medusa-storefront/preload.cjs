// The image's build copies the module from the server, which redirects in the same way.
require("./redirect-plain-http.cjs").redirectPlainHttp(process.env);
