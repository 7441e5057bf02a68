{{/* The namespace's quota, and the default limits of its containers. */}}
{{- define "parts.quota" -}}
apiVersion: v1
kind: ResourceQuota
metadata:
  {{- include "parts.metadata" (dict "root" $ "name" "") | nindent 2 }}
spec:
  hard:
    {{- range $resource, $amount := .Values.quota }}
    {{ $resource }}: {{ $amount | toString | quote }}
    {{- end }}
---
apiVersion: v1
kind: LimitRange
metadata:
  {{- include "parts.metadata" (dict "root" $ "name" "") | nindent 2 }}
spec:
  limits:
    - type: Container
      defaultRequest:
        {{- toYaml .Values.limitRange.defaultRequest | nindent 8 }}
      default:
        {{- toYaml .Values.limitRange.default | nindent 8 }}
    {{- with .Values.limitRange.volumeMax }}
    - type: PersistentVolumeClaim
      max:
        storage: {{ . | quote }}
    {{- end }}
{{- end -}}
