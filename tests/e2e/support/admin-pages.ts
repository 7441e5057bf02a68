/** The addresses of every page of a signed-in admin, with the first of the stores that `seedStores` creates. */
export const adminPages = [
  "/",
  "/insights",
  "/stores/new",
  "/stores/store-1",
  "/stores/store-1/activity",
  "/stores/store-1/logs",
  "/stores/store-1/settings",
  "/stores/store-1/kubernetes",
  "/account",
  "/account/sessions",
  "/account/tokens",
  "/accounts",
  "/accounts/invitations",
  "/plans",
  "/audit",
  "/cluster",
];
