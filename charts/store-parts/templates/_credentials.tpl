{{/* The Secret, unless existingSecret names one: dict "root" $ "keys" <dict key: length> and "prefixes" <dict key:
  prefix of the value, optional>. Created once and kept. */}}
{{- define "parts.credentials" -}}
{{- $root := .root -}}
{{- $prefixes := .prefixes | default dict -}}
{{- if not $root.Values.existingSecret }}
{{- $name := include "parts.secretName" $root }}
{{- $kept := dig "data" dict (lookup "v1" "Secret" $root.Release.Namespace $name | default dict) }}
apiVersion: v1
kind: Secret
metadata:
  {{- include "parts.metadata" (dict "root" $root "name" "credentials") | nindent 2 }}
  annotations:
    helm.sh/resource-policy: keep
type: Opaque
data:
  {{- range $key, $length := .keys }}
  {{ $key }}: {{ get $kept $key | default (printf "%s%s" (get $prefixes $key) (randAlphaNum $length) | b64enc) | quote }}
  {{- end }}
{{- end }}
{{- end -}}
