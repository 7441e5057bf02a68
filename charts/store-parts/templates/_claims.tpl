{{/* The volume claims: dict "root" $ "claims" <dict component: size>. They are kept when the release is removed. */}}
{{- define "parts.claims" -}}
{{- $root := .root -}}
{{- range $component, $size := .claims }}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  {{- include "parts.metadata" (dict "root" $root "name" $component "component" $component) | nindent 2 }}
  annotations:
    helm.sh/resource-policy: keep
spec:
  accessModes: [ReadWriteOnce]
  {{- with $root.Values.storageClassName }}
  storageClassName: {{ . | quote }}
  {{- end }}
  resources:
    requests:
      storage: {{ $size | toString | quote }}
{{- end }}
{{- end -}}
