{{/* The Secret, where no other is named: dict "root" $ "keys" <dict key: length>. Made once and kept. */}}
{{- define "parts.credentials" -}}
{{- $root := .root -}}
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
  {{ $key }}: {{ get $kept $key | default (randAlphaNum $length | b64enc) | quote }}
  {{- end }}
{{- end }}
{{- end -}}
