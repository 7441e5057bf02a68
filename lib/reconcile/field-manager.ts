/** The field manager of a release's objects. It has Helm's name, so that a manual `helm rollback` meets no conflict. */
export const fieldManager = "helm";
