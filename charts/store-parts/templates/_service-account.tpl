{{- define "parts.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "parts.metadata" (dict "root" $ "name" "") | nindent 2 }}
automountServiceAccountToken: false
{{- end -}}
