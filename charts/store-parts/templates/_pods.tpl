{{/* Settings that all pods of a store share: dict "root" $ "user" <uid and gid>. */}}
{{- define "parts.podBasics" -}}
serviceAccountName: {{ .root.Release.Name }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .user }}
  runAsGroup: {{ .user }}
  fsGroup: {{ .user }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with .root.Values.images.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* Only where a password was rotated: a new number restarts the pods with it. */}}
{{- define "parts.podAnnotations" -}}
{{- if gt (int .Values.secretsRevision) 1 -}}
annotations:
  storeyard.dev/secrets-revision: {{ .Values.secretsRevision | toString | quote }}
{{- end -}}
{{- end -}}

{{- define "parts.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* A volume with the keys of the Secret that a container needs: dict "root" $ "keys" <list> "name" <the volume's, or none>. */}}
{{- define "parts.secretVolume" -}}
name: {{ .name | default "secrets" }}
secret:
  secretName: {{ include "parts.secretName" .root | quote }}
  {{- /* 0440 as a decimal number, which every YAML parser reads the same way. */}}
  defaultMode: 288
  items:
    {{- range .keys }}
    - { key: {{ . }}, path: {{ . }} }
    {{- end }}
{{- end -}}

{{/* Escapes an env value: Kubernetes would expand $(NAME) in it. */}}
{{- define "parts.literal" -}}
{{- . | toString | replace "$" "$$" | toJson -}}
{{- end -}}
