import * as contract from "@/lib/http/contract/stores";
import { operationPath } from "@/lib/http/resources/operation-resource";
import { toRuntimeSettingsResource } from "@/lib/http/resources/runtime-settings-resource";
import { accepted, ok } from "@/lib/http/serving/reply";
import { serve } from "@/lib/http/serving/serve";
import { changeRuntimeSettings } from "@/lib/services/stores/change-runtime-settings";
import { getRuntimeSettings } from "@/lib/services/stores/get-runtime-settings";

export const GET = serve(contract.getRuntimeSettings, ({ ctx, params }) =>
  ok(toRuntimeSettingsResource(getRuntimeSettings(ctx, params.name))),
);

export const PATCH = serve(contract.changeRuntimeSettings, async ({ ctx, params, body, ifMatch }) => {
  const { operationId, ...view } = await changeRuntimeSettings(
    ctx,
    params.name,
    body,
    ifMatch(toRuntimeSettingsResource),
  );
  const resource = toRuntimeSettingsResource(view);
  return operationId === null ? ok(resource) : accepted(resource, operationPath(operationId));
});
